package io.gatepass.application.port;

import io.gatepass.domain.gateway.ProxyAddress;

final class FakeRunningProxyTest extends RunningProxyContract {
  private final FakeRunningProxy proxy = new FakeRunningProxy();

  @Override
  protected RunningProxy proxy() {
    return proxy;
  }

  @Override
  protected ProxyAddress address() {
    return new ProxyAddress(14000);
  }

  @Override
  protected long start(String version) {
    return proxy.start(14000).pid();
  }
}
