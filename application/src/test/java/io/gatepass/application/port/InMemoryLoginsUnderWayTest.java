package io.gatepass.application.port;

final class InMemoryLoginsUnderWayTest extends LoginsUnderWayContract {
  private final LoginsUnderWay logins = new InMemoryLoginsUnderWay();

  @Override
  protected LoginsUnderWay logins() {
    return logins;
  }
}
