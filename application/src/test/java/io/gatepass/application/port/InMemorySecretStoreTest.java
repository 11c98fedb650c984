package io.gatepass.application.port;

final class InMemorySecretStoreTest extends SecretStoreContract {
  private final InMemorySecretStore store = new InMemorySecretStore();

  @Override
  protected SecretStore store() {
    return store;
  }

  @Override
  protected SecretStore sameSecrets() {
    return store;
  }
}
