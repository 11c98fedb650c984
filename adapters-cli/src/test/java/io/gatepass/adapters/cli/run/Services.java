package io.gatepass.adapters.cli.run;

import io.gatepass.adapters.cli.command.proxy.ProxyInstallCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyRotateKeyCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyStatusCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyStopCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyUninstallCommand;
import io.gatepass.adapters.cli.output.proxy.ServicePrinter;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.port.FakeProxyService;
import io.gatepass.application.port.FakeRunningProxy;
import io.gatepass.application.port.SettingsStore;
import io.gatepass.application.usecase.service.InstallProxyService;
import io.gatepass.application.usecase.service.ProvideProxy;
import io.gatepass.application.usecase.service.ShowProxy;
import io.gatepass.application.usecase.service.StopProxy;
import io.gatepass.application.usecase.service.UninstallProxyService;
import io.gatepass.application.usecase.settings.ResolveSettings;
import java.util.List;

/** The proxy's service and its use cases among fakes. */
final class Services {
  final FakeProxyService service = new FakeProxyService();
  final FakeRunningProxy running = new FakeRunningProxy();

  private final SettingsStore settings;

  Services(SettingsStore settings) {
    this.settings = settings;
  }

  UninstallProxyService uninstall() {
    return new UninstallProxyService(service);
  }

  ProvideProxy provideProxy() {
    return new ProvideProxy(install(), show(), service);
  }

  List<Object> commands(Terminal terminal, ProxyRotateKeyCommand rotateKey) {
    ServicePrinter printer = new ServicePrinter(terminal);
    return List.of(
        new ProxyInstallCommand(this::install, printer),
        new ProxyUninstallCommand(this::uninstall, printer),
        new ProxyStatusCommand(this::show, printer),
        new ProxyStopCommand(() -> new StopProxy(show(), service, running), printer),
        rotateKey);
  }

  private InstallProxyService install() {
    return new InstallProxyService(new ResolveSettings(settings), service, running);
  }

  private ShowProxy show() {
    return new ShowProxy(new ResolveSettings(settings), service, running);
  }
}
