package io.gatepass.adapters.fs.secret.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.secret.MemorySecretStore;
import io.gatepass.application.port.InMemorySecretStore;
import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.LocalKeysContract;
import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredLocalKeysTest extends LocalKeysContract {
  @TempDir private Path directory;
  private final SecretStore secrets = new InMemorySecretStore();

  @Override
  protected LocalKeys keys() {
    return over(secrets);
  }

  @Override
  protected LocalKeys sameKeys() {
    return over(secrets);
  }

  @Test
  void keyIsKeptUnderItsName() {
    Secret key = keys().obtain();

    assertThat(secrets.get("gatepass/local-key")).hasValue(key);
  }

  @Test
  void setupsAtOnceMakeOneKey() throws Exception {
    // Given
    List<Callable<Secret>> setups =
        Stream.generate(() -> over(secrets))
            .limit(8)
            .<Callable<Secret>>map(it -> it::obtain)
            .toList();
    // When
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Secret>> made = threads.invokeAll(setups);
      // Then
      for (Future<Secret> key : made) {
        assertThat(key.get()).isEqualTo(keys().obtain());
      }
    }
  }

  @Test
  void storeThatForgetsKeepsNoKey() {
    LocalKeys keys = over(new MemorySecretStore());

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(keys::obtain)
        .withMessageContaining("cannot keep the local proxy's key");
  }

  private LocalKeys over(SecretStore store) {
    return new StoredLocalKeys(
        store, new FileLocks(directory, System::nanoTime), new SecureRandom());
  }
}
