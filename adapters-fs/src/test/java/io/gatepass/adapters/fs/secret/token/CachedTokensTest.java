package io.gatepass.adapters.fs.secret.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.application.port.InMemorySecretStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.port.TokenStoreContract;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, with access tokens in the runtime cache. */
final class CachedTokensTest extends TokenStoreContract {
  private final SecretStoreUnavailable locked =
      new SecretStoreUnavailable(Reason.LOCKED, "The keychain is locked.", "Unlock it.");

  private final InMemorySecretStore secrets = new InMemorySecretStore();

  @TempDir private Path runtime;

  @Override
  protected TokenStore store() {
    return new SecretTokenStore(
        secrets,
        new RuntimeCache(Optional.of(ours()), true, runtime::equals),
        new Platform(Platform.Os.LINUX, "/nonexistent", Map.of()));
  }

  @Override
  protected TokenStore sameTokens() {
    return store();
  }

  @Test
  void onlyTheRefreshTokenIsInTheSecretStore() throws Exception {
    store().save(SCOPE, tokens("a", "MARKED"));

    assertThat(secrets.list("")).containsExactly("gatepass/" + SCOPE.id() + "/refresh");
    try (var files = Files.walk(runtime)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).content().doesNotContain("MARKED");
      }
    }
  }

  @Test
  void aCachedAccessTokenNeedsNoSecretStore() {
    store().save(SCOPE, tokens("a", "r"));
    secrets.failReadsWith(locked);

    assertThat(store().accessToken(SCOPE)).contains(access("a"));
    assertThatThrownBy(() -> store().refreshToken(SCOPE)).isSameAs(locked);
  }

  @Test
  void anAccessTokenIsCachedAlthoughTheRefreshTokenIsLostWhichIsTold() {
    secrets.failWritesWith(locked);

    assertThatThrownBy(() -> store().save(SCOPE, tokens("a", "r"))).isSameAs(locked);

    assertThat(store().accessToken(SCOPE)).contains(access("a"));
  }

  @Test
  void theCacheIsEmptiedAlthoughTheSecretStoreCannotBe() {
    store().save(SCOPE, tokens("a", "r"));
    secrets.failWritesWith(locked);
    assertThatThrownBy(() -> store().forget(SCOPE)).isSameAs(locked);
    assertThat(ours()).isEmptyDirectory();

    secrets.failWritesWith(null);
    store().save(SCOPE, tokens("a", "r"));
    secrets.failReadsWith(locked);
    assertThatThrownBy(() -> store().forgetAll()).isSameAs(locked);
    assertThat(ours()).isEmptyDirectory();
  }

  @Test
  void theSecretStoreIsEmptiedAlthoughTheCacheCannotBe() throws Exception {
    store().save(SCOPE, tokens("a", "r"));
    Path entry;
    try (Stream<Path> entries = Files.list(ours())) {
      entry = entries.findFirst().orElseThrow();
    }
    Files.delete(entry);
    Files.createDirectories(entry.resolve("in the way"));

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> store().forget(SCOPE))
        .withMessageContaining(entry.toString());

    assertThat(secrets.list("")).isEmpty();
  }

  private Path ours() {
    return runtime.resolve("gatepass");
  }
}
