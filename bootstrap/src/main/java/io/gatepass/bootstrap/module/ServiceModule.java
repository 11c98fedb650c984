package io.gatepass.bootstrap.module;

import static io.gatepass.bootstrap.module.Providers.failingAsItself;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.gatepass.adapters.cli.command.proxy.ProxyInstallCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyStatusCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyStopCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyUninstallCommand;
import io.gatepass.adapters.cli.output.proxy.ServicePrinter;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.service.UserService;
import io.gatepass.adapters.http.health.LoopbackProxyProcess;
import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.ProxyService;
import io.gatepass.application.port.RunningProxy;
import io.gatepass.application.port.UndoLog;
import io.gatepass.application.usecase.service.ChangeSettings;
import io.gatepass.application.usecase.service.InstallProxyService;
import io.gatepass.application.usecase.service.ProvideProxy;
import io.gatepass.application.usecase.service.ShowProxy;
import io.gatepass.application.usecase.service.StopProxy;
import io.gatepass.application.usecase.service.UninstallProxyService;
import io.gatepass.application.usecase.settings.EditSettings;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.tool.RewriteTools;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.settings.SettingKey;
import java.util.Map;

/** The loopback proxy as a service of the user's: what runs it, its use cases and its commands. */
public final class ServiceModule extends AbstractModule {
  @Provides
  @Singleton
  ProxyService proxyService(
      World world,
      UserDirectories directories,
      FileLocks locks,
      Provider<ResolveSettings> settings) {
    return new UserService(
        world.platform(), directories, world.executable(), locks, () -> port(settings.get()));
  }

  private static int port(ResolveSettings settings) {
    try {
      return settings
          .resolve(new ResolveSettings.Request(Map.of()))
          .settings()
          .port(SettingKey.PROXY_PORT)
          .orElse(ProxyAddress.DEFAULT_PORT);
    } catch (InvalidSettings _) {
      return ProxyAddress.DEFAULT_PORT; // a service can still be removed; nothing else is done
    }
  }

  @Provides
  @Singleton
  RunningProxy runningProxy() {
    return new LoopbackProxyProcess(System::nanoTime);
  }

  @Provides
  InstallProxyService install(
      ResolveSettings settings, ProxyService service, RunningProxy running) {
    return new InstallProxyService(settings, service, running);
  }

  @Provides
  UninstallProxyService uninstall(ProxyService service) {
    return new UninstallProxyService(service);
  }

  @Provides
  ShowProxy show(ResolveSettings settings, ProxyService service, RunningProxy running) {
    return new ShowProxy(settings, service, running);
  }

  @Provides
  StopProxy stop(ShowProxy show, ProxyService service, RunningProxy running) {
    return new StopProxy(show, service, running);
  }

  @Provides
  ProvideProxy provide(InstallProxyService install, ShowProxy show, ProxyService service) {
    return new ProvideProxy(install, show, service);
  }

  @Provides
  ChangeSettings changeSettings(
      ResolveSettings settings,
      EditSettings edit,
      RewriteTools rewrite,
      UndoLog undoLog,
      Provider<LocalKeys> localKeys,
      ProxyService service) {
    ChangeSettings.Parts parts = new ChangeSettings.Parts(settings, edit, rewrite);
    return new ChangeSettings(parts, undoLog, failingAsItself(localKeys), service);
  }

  @Provides
  ProxyInstallCommand installCommand(Provider<InstallProxyService> install, Terminal terminal) {
    return new ProxyInstallCommand(failingAsItself(install), new ServicePrinter(terminal));
  }

  @Provides
  ProxyUninstallCommand uninstallCommand(
      Provider<UninstallProxyService> uninstall, Terminal terminal) {
    return new ProxyUninstallCommand(failingAsItself(uninstall), new ServicePrinter(terminal));
  }

  @Provides
  ProxyStatusCommand statusCommand(Provider<ShowProxy> show, Terminal terminal) {
    return new ProxyStatusCommand(failingAsItself(show), new ServicePrinter(terminal));
  }

  @Provides
  ProxyStopCommand stopCommand(Provider<StopProxy> stop, Terminal terminal) {
    return new ProxyStopCommand(failingAsItself(stop), new ServicePrinter(terminal));
  }
}
