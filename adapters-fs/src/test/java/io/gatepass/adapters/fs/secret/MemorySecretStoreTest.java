package io.gatepass.adapters.fs.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SecretStoreContract;
import org.junit.jupiter.api.Test;

final class MemorySecretStoreTest extends SecretStoreContract {
  private final SecretStore store = new MemorySecretStore();

  @Override
  protected SecretStore store() {
    return store;
  }

  @Override
  protected SecretStore sameSecrets() {
    return store;
  }

  @Test
  void itSaysThatItForgets() {
    assertThat(store.capabilities().durable()).isFalse();
    assertThat(store.capabilities().explanation()).contains("forgets everything");
  }
}
