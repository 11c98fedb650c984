package io.gatepass.application.usecase.service;

import io.gatepass.application.port.ProxyService;
import io.gatepass.application.port.ProxyService.Installation;
import io.gatepass.application.port.RunningProxy;
import io.gatepass.application.port.RunningProxy.Running;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.gateway.ProxyAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Stops the loopback proxy, whether a service or somebody at a terminal has started it. The service
 * goes first: it would start anew what only the process is asked to end.
 */
public final class StopProxy {
  private final ShowProxy showProxy;
  private final ProxyService service;
  private final RunningProxy proxy;

  /** Nothing to say: there is one address. */
  public record Request() {}

  /**
   * What was done.
   *
   * @param address where it listened
   * @param installation the service, which starts again at the next login
   * @param stopped the proxy that answered before
   */
  public record Outcome(
      ProxyAddress address, Optional<Installation> installation, Optional<Running> stopped) {}

  /** Wires the use case to its ports and to the one that looks. */
  public StopProxy(ShowProxy showProxy, ProxyService service, RunningProxy proxy) {
    this.showProxy = showProxy;
    this.service = service;
    this.proxy = proxy;
  }

  /**
   * Stops.
   *
   * @throws ProxyServiceFailed if the service or the process cannot be stopped
   */
  public Outcome stop(Request request) {
    ShowProxy.Outcome before = showProxy.show(new ShowProxy.Request());
    if (before.installation().isPresent()) {
      service.stop();
    }
    proxy.find(before.address(), Duration.ZERO).ifPresent(this::end);
    return new Outcome(before.address(), before.installation(), before.running());
  }

  private void end(Running running) {
    if (!proxy.stop(running)) {
      throw new ProxyServiceFailed(
          "The proxy (process " + running.pid() + ") has been asked to end and has not.",
          "Wait for its requests to end and run the command again, or end the process.");
    }
  }
}
