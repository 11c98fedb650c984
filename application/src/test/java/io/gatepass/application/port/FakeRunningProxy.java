package io.gatepass.application.port;

import io.gatepass.domain.gateway.ProxyAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Proxies that run to order. */
public final class FakeRunningProxy implements RunningProxy {
  private final Map<Integer, Running> byPort = new HashMap<>();
  private boolean stubborn;

  /** Lets a proxy answer at that port. */
  public Running start(int port) {
    Running running = new Running(4711, "1.2.3");
    byPort.put(port, running);
    return running;
  }

  /** Makes proxies that do not end when they are asked. */
  public void makeStubborn() {
    stubborn = true;
  }

  @Override
  public Optional<Running> find(ProxyAddress address, Duration patience) {
    return Optional.ofNullable(byPort.get(address.port()));
  }

  @Override
  public boolean stop(Running proxy) {
    if (!stubborn) {
      byPort.values().removeIf(proxy::equals);
    }
    return !stubborn;
  }
}
