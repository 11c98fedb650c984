package io.gatepass.application.port;

import io.gatepass.domain.failure.ProxyServiceFailed;

final class FakeProxyServiceTest extends ProxyServiceContract {
  private final FakeProxyService service = new FakeProxyService();

  @Override
  protected ProxyService service() {
    return service;
  }

  @Override
  protected void refuse() {
    service.failWith(new ProxyServiceFailed("There is no systemd.", "Run gatepass proxy start."));
  }
}
