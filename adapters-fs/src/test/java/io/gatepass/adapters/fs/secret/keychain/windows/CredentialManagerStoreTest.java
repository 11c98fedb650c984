package io.gatepass.adapters.fs.secret.keychain.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.adapters.fs.secret.keychain.TimeLimit;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SecretStoreContract;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract, on what Windows documents of its credential functions. */
final class CredentialManagerStoreTest extends SecretStoreContract {
  private static final String KEY = "gatepass/0123456789abcdef/refresh";

  private final FakeAdvapi32 windows = new FakeAdvapi32();

  @Override
  protected SecretStore store() {
    return new CredentialManagerStore(
        () -> new WindowsCredentials(windows), new TimeLimit(TimeLimit.ANSWER));
  }

  @Override
  protected SecretStore sameSecrets() {
    return store();
  }

  @AfterEach
  void everyResultWasGivenBack() {
    assertThat(windows.leaks()).isZero();
  }

  @Test
  void noCredentialIsLongerThanWindowsAllows() {
    store().put(KEY, random(16_384));

    assertThat(windows.blobs().values()).allMatch(blob -> blob.length <= 2_560).hasSize(8);
  }

  @Test
  void nothingIsLeftOfALongValue() {
    store().put(KEY, random(16_384));
    store().put(KEY, random(9_000));
    assertThat(windows.blobs()).hasSize(5);

    store().put(KEY, Secret.of("short"));
    assertThat(windows.blobs()).hasSize(1);

    store().put(KEY, random(9_000));
    store().delete(KEY);
    assertThat(windows.blobs()).isEmpty();
  }

  @Test
  void aLogonWithoutCredentialManagerIsNoKeychain() {
    windows.failWith(1312);

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> store().get(KEY))
        .withMessageStartingWith("No keychain here: this logon has no Credential Manager")
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE));
  }

  @Test
  void otherErrorsAreNeverTakenForAnEmptyStore() {
    windows.failWith(5);

    for (Runnable call :
        new Runnable[] {
          () -> store().get(KEY),
          () -> store().put(KEY, Secret.of("r")),
          () -> store().delete(KEY),
          () -> store().list("")
        }) {
      assertThatExceptionOfType(SecretStoreUnavailable.class)
          .isThrownBy(call::run)
          .withMessageContaining("Windows error 5");
    }
  }
}
