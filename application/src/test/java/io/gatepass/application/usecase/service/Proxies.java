package io.gatepass.application.usecase.service;

import io.gatepass.application.port.Connections;
import io.gatepass.application.port.FakeProxyService;
import io.gatepass.application.port.FakeRunningProxy;
import io.gatepass.application.port.InMemorySettingsStore;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import java.util.Map;

/** The proxy's use cases on a machine of fakes. */
final class Proxies {
  final InMemorySettingsStore settings = new InMemorySettingsStore();
  final FakeProxyService service = new FakeProxyService();
  final FakeRunningProxy running = new FakeRunningProxy();

  static Proxies configured() {
    Proxies machine = new Proxies();
    machine.settings.save(Connections.options());
    return machine;
  }

  static ProxyServiceFailed noSystemd() {
    return new ProxyServiceFailed("There is no systemd.", "Run gatepass proxy start.");
  }

  void usePort(int port) {
    settings.save(
        Map.of(
            SettingKey.PROXY_PORT,
            SettingValue.parse(SettingKey.PROXY_PORT, String.valueOf(port))));
  }

  InstallProxyService.Outcome install(Installer by) {
    return installService().install(new InstallProxyService.Request(by));
  }

  InstallProxyService installService() {
    return new InstallProxyService(new ResolveSettings(settings), service, running);
  }

  ShowProxy showProxy() {
    return new ShowProxy(new ResolveSettings(settings), service, running);
  }

  StopProxy.Outcome stop() {
    return new StopProxy(showProxy(), service, running).stop(new StopProxy.Request());
  }

  ProvideProxy.Outcome provide(ProvideProxy.Request request) {
    return new ProvideProxy(installService(), showProxy(), service).provide(request);
  }
}
