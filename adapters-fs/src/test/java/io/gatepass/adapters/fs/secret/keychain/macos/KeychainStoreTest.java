package io.gatepass.adapters.fs.secret.keychain.macos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SecretStoreContract;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract, on what Apple documents of the Keychain's functions. */
final class KeychainStoreTest extends SecretStoreContract {
  private static final String KEY = "gatepass/0123456789abcdef/refresh";

  private final FakeSecurityFramework macos = new FakeSecurityFramework();

  @Override
  protected SecretStore store() {
    return new KeychainStore(() -> macos, "gatepass", false);
  }

  @Override
  protected SecretStore sameSecrets() {
    return store();
  }

  @AfterEach
  void everyObjectWasReleased() {
    assertThat(macos.leaks()).isZero();
  }

  @Test
  void aLockedKeychainIsNotAnEmptyOne() {
    store().put(KEY, Secret.of("r"));
    macos.lock();

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> store().get(KEY), () -> store().put(KEY, Secret.of("r-2")))) {
      assertThatExceptionOfType(SecretStoreUnavailable.class)
          .isThrownBy(call)
          .withMessage("The keychain is locked.")
          .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.LOCKED));
    }
    assertThat(macos.prompts()).isZero();
  }

  @Test
  void aKeychainIsUnlockedWhereAPersonIsThere() {
    store().put(KEY, Secret.of("r"));
    macos.lock();

    SecretStore withPerson = new KeychainStore(() -> macos, "gatepass", true);

    assertThat(withPerson.get(KEY)).contains(Secret.of("r"));
    assertThat(macos.prompts()).isOne();
  }

  @Test
  void aSecretAddedBySomebodyElseInBetweenIsReplaced() {
    macos.beforeAdd(() -> macos.add("gatepass", KEY, "theirs".getBytes(UTF_8)));

    store().put(KEY, Secret.of("ours"));

    assertThat(store().get(KEY)).contains(Secret.of("ours"));
  }

  @Test
  void passwordsOfOtherServicesAreNotOurs() {
    macos.add("another program", KEY, "theirs".getBytes(UTF_8));

    assertThat(store().get(KEY)).isEmpty();
    assertThat(store().list("")).isEmpty();
    store().delete(KEY);
    assertThat(new KeychainStore(() -> macos, "another program", false).get(KEY)).isPresent();
  }

  @Test
  void aSessionWithoutAKeychainIsNoKeychain() {
    macos.failWith(-25307);

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> store().get(KEY))
        .withMessage("No keychain here: this session has no login keychain.");
  }

  @Test
  void otherErrorsAreNeverTakenForAnEmptyStore() {
    macos.failWith(-34018);

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> store().get(KEY),
            () -> store().put(KEY, Secret.of("r")),
            () -> store().delete(KEY),
            () -> store().list(""))) {
      assertThatExceptionOfType(SecretStoreUnavailable.class)
          .isThrownBy(call)
          .withMessageContaining("status -34018");
    }
  }
}
