package io.gatepass.adapters.fs.secret.keychain.linux;

import static io.gatepass.domain.failure.SecretStoreUnavailable.Reason.LOCKED;
import static io.gatepass.domain.failure.SecretStoreUnavailable.Reason.TIMED_OUT;
import static io.gatepass.domain.failure.SecretStoreUnavailable.Reason.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.adapters.fs.secret.keychain.TimeLimit;
import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a real GNOME Keyring. */
@Tag("acceptance")
final class SecretServiceTroubleTest {
  private static final String KEY = "gatepass/0123456789abcdef/refresh";

  private PrivateKeyring keyring;

  @BeforeEach
  void startBus(@TempDir Path directory) {
    keyring = new PrivateKeyring(directory);
  }

  @AfterEach
  void stopBus() {
    keyring.close();
  }

  @Test
  void aLockedKeyringIsNotAnEmptyOne() {
    // Given
    keyring.unlock("password");
    store().put(KEY, Secret.of("r"));
    // When
    keyring.lock();
    // Then
    assertRefused(LOCKED, () -> store().get(KEY));
    assertRefused(LOCKED, () -> store().get("gatepass/never/stored"));
    assertRefused(LOCKED, () -> store().put(KEY, Secret.of("r-2")));
    assertRefused(LOCKED, () -> store().delete(KEY));
    assertRefused(LOCKED, () -> store().list(""));
  }

  @Test
  void aLockedKeyringSaysHowToUnlockItAndWhatToDoInstead() {
    keyring.unlock("password");
    keyring.lock();

    SecretStoreUnavailable failure = refusal(() -> store().get(KEY));

    assertThat(failure).hasMessage("The keychain is locked.");
    assertThat(failure.remedy())
        .contains("Unlock it")
        .contains("GATEPASS_SECRETS_PROVIDER=encrypted-file");
  }

  @Test
  void aKeyringIsUnlockedWhereAPersonIsThere() {
    // Given a locked keyring that the service unlocks without showing a prompt
    keyring.startWithoutPassword();
    SecretStore withPerson = new SecretServiceStore(keyring.platformWithDisplay(), true);
    // When, then
    withPerson.put(KEY, Secret.of("r"));
    keyring.lock();
    assertThat(withPerson.get(KEY)).contains(Secret.of("r"));
    keyring.lock();
    assertThat(withPerson.list("gatepass/")).containsExactly(KEY);
    keyring.lock();
    withPerson.delete(KEY);
    assertThat(withPerson.get(KEY)).isEmpty();
  }

  @Test
  void aPromptThatCannotBeShownLeavesTheKeyringLocked() {
    keyring.unlock("password");
    keyring.lock();
    SecretStore withPerson = new SecretServiceStore(keyring.platformWithDisplay(), true);

    assertRefused(LOCKED, () -> withPerson.get(KEY));
  }

  @Test
  void nobodyIsAskedToUnlockWithoutADisplay() {
    keyring.startWithoutPassword();

    assertRefused(LOCKED, () -> new SecretServiceStore(keyring.platform(), true).get(KEY));
  }

  @Test
  void whatIsPlainIsReadWithoutLibsecret() {
    // Given
    keyring.unlock("password");
    String longest = "é".repeat(8 * 1024);
    store().put(KEY, Secret.of(longest));
    // When, then
    assertThat(withoutLibsecret().get(KEY)).contains(Secret.of(longest));
    assertThat(withoutLibsecret().get("gatepass/never/stored")).isEmpty();
    store().put(KEY, Secret.of("changed"));
    assertThat(withoutLibsecret().get(KEY)).contains(Secret.of("changed"));
  }

  @Test
  void whatIsLockedIsLeftToLibsecret() {
    keyring.unlock("password");
    store().put(KEY, Secret.of("r"));

    keyring.lock();

    assertThat(refusal(() -> withoutLibsecret().get(KEY))).hasMessageContaining("is not installed");
  }

  @Test
  void aKeyringThatNeverAnswersIsGivenUp() {
    keyring.unlock("password");
    keyring.freezeKeyring();

    assertRefused(TIMED_OUT, () -> hasty().get(KEY));
    assertRefused(TIMED_OUT, () -> hasty().put(KEY, Secret.of("r")));
    assertRefused(TIMED_OUT, () -> hasty().delete(KEY));
    assertRefused(TIMED_OUT, () -> hasty().list(""));
  }

  @Test
  void aBusThatNeverAnswersIsGivenUp() {
    keyring.unlock("password");
    keyring.freezeBus();

    assertRefused(TIMED_OUT, () -> hasty().get(KEY));
  }

  @Test
  void theLimitIsFiveSecondsByDefault() {
    keyring.unlock("password");
    keyring.freezeKeyring();
    long start = System.nanoTime();

    SecretStoreUnavailable failure = refusal(() -> store().get(KEY));

    assertThat(failure).hasMessage("The keychain did not answer within 5 seconds.");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(4_900), Duration.ofSeconds(20));
  }

  @Test
  void whatWasGivenUpIsNotDoneLater() {
    // Given
    keyring.unlock("password");
    keyring.freezeKeyring();
    assertRefused(TIMED_OUT, () -> hasty().put(KEY, Secret.of("too late")));
    // When
    keyring.thawKeyring();
    // Then
    assertThat(store().get(KEY)).isEmpty();
    assertThat(store().list("")).isEmpty();
  }

  @Test
  void aRestartedKeyringIsFoundAgain() {
    keyring.unlock("password");
    SecretStore store = store();
    store.put(KEY, Secret.of("r"));

    keyring.stopKeyring();
    assertRefused(UNREACHABLE, () -> store.get(KEY));
    keyring.unlock("password");

    assertThat(store.get(KEY)).contains(Secret.of("r"));
  }

  @Test
  void aBusWithoutASecretServiceIsNoKeychain() {
    SecretStoreUnavailable failure = refusal(() -> store().get(KEY));

    assertThat(failure.reason()).isEqualTo(UNREACHABLE);
    assertThat(failure)
        .hasMessage("No keychain here: nothing on the D-Bus session offers the Secret Service.");
  }

  @Test
  void aServiceWithoutADefaultKeyringIsNoKeychain() {
    keyring.startEmpty();

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> store().get(KEY),
            () -> store().list(""),
            () -> store().put(KEY, Secret.of("r")))) {
      SecretStoreUnavailable failure = refusal(call);
      assertThat(failure.reason()).isEqualTo(UNREACHABLE);
      assertThat(failure).hasMessageContaining("no default keyring");
    }
    store().delete(KEY);
  }

  @Test
  void aDeadBusIsNoKeychain() {
    keyring.close();

    assertRefused(UNREACHABLE, () -> store().get(KEY));
  }

  private SecretStore store() {
    return keyring.store();
  }

  /** A store on a machine that has no libsecret. */
  private SecretStore withoutLibsecret() {
    return new SecretServiceStore(
        new SecretServiceSession(keyring.platform(), "libgatepass-has-no-such-library.so.0"),
        false,
        new TimeLimit(TimeLimit.ANSWER));
  }

  /** A store that does not wait for long. */
  private SecretStore hasty() {
    return new SecretServiceStore(
        new SecretServiceSession(keyring.platform(), SecretServiceSession.LIBRARY),
        false,
        new TimeLimit(Duration.ofMillis(300)));
  }

  private static void assertRefused(SecretStoreUnavailable.Reason reason, ThrowingCallable call) {
    assertThat(refusal(call).reason()).isEqualTo(reason);
  }

  private static SecretStoreUnavailable refusal(ThrowingCallable call) {
    return assertThatExceptionOfType(SecretStoreUnavailable.class).isThrownBy(call).actual();
  }
}
