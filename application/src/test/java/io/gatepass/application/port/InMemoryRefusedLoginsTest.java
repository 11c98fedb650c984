package io.gatepass.application.port;

final class InMemoryRefusedLoginsTest extends RefusedLoginsContract {
  private final InMemoryRefusedLogins refusals = new InMemoryRefusedLogins();

  @Override
  protected RefusedLogins refusals() {
    return refusals;
  }

  @Override
  protected RefusedLogins sameRefusals() {
    return refusals;
  }
}
