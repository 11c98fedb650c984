package io.gatepass.application.usecase.service;

import io.gatepass.application.port.ProxyService;
import io.gatepass.application.port.ProxyService.Installation;
import io.gatepass.application.port.RunningProxy;
import io.gatepass.application.port.RunningProxy.Running;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.settings.SettingKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Tells whether the loopback proxy is installed as a service and whether it answers. */
public final class ShowProxy {
  private final ResolveSettings settings;
  private final ProxyService service;
  private final RunningProxy proxy;

  /** Nothing to say: there is one address. */
  public record Request() {}

  /**
   * What there is.
   *
   * @param address where the settings say that it listens
   * @param installation the service
   * @param running the proxy that answers there, whoever has started it
   */
  public record Outcome(
      ProxyAddress address, Optional<Installation> installation, Optional<Running> running) {}

  /** Wires the use case to its ports. */
  public ShowProxy(ResolveSettings settings, ProxyService service, RunningProxy proxy) {
    this.settings = settings;
    this.service = service;
    this.proxy = proxy;
  }

  /** Tells. */
  public Outcome show(Request request) {
    ProxyAddress address =
        new ProxyAddress(
            settings
                .resolve(new ResolveSettings.Request(Map.of()))
                .settings()
                .port(SettingKey.PROXY_PORT)
                .orElse(ProxyAddress.DEFAULT_PORT));
    return new Outcome(address, service.installed(), proxy.find(address, Duration.ZERO));
  }
}
