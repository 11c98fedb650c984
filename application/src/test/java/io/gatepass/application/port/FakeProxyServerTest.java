package io.gatepass.application.port;

final class FakeProxyServerTest extends ProxyServerContract {
  private final FakeProxyServer server = new FakeProxyServer();

  @Override
  protected ProxyServer server() {
    return server;
  }

  @Override
  protected int freePort() {
    return 14000;
  }
}
