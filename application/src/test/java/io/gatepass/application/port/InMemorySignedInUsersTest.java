package io.gatepass.application.port;

final class InMemorySignedInUsersTest extends SignedInUsersContract {
  private final SignedInUsers users = new InMemorySignedInUsers();

  @Override
  protected SignedInUsers users() {
    return users;
  }
}
