package io.gatepass.adapters.fs.secret.keychain;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import java.time.Duration;

/** Says in words why a keychain is of no use now, and what to do. */
public final class KeychainFailures {
  /** The way out where there is no keychain. */
  private static final String INSTEAD =
      "set GATEPASS_SECRETS_PROVIDER=encrypted-file and GATEPASS_PASSPHRASE to keep secrets in an"
          + " encrypted file.";

  private KeychainFailures() {}

  /**
   * There is no keychain to talk to.
   *
   * @param why the end of the sentence that begins with "No keychain here:", without its full stop
   * @param repair what would bring one, without its full stop
   */
  public static SecretStoreUnavailable absent(String why, String repair) {
    return new SecretStoreUnavailable(
        Reason.UNREACHABLE, "No keychain here: " + why + ".", repair + ", or " + INSTEAD);
  }

  /**
   * The keychain answered with an error.
   *
   * @param message the keychain's own words
   */
  public static SecretStoreUnavailable failed(String message) {
    return new SecretStoreUnavailable(
        Reason.UNREACHABLE,
        "The keychain reported an error: " + message + ".",
        "Check the keychain, or " + INSTEAD);
  }

  /**
   * The keychain is there and locked.
   *
   * @param how what unlocks it, without its full stop
   */
  public static SecretStoreUnavailable locked(String how) {
    return new SecretStoreUnavailable(
        Reason.LOCKED, "The keychain is locked.", how + ", or " + INSTEAD);
  }

  static SecretStoreUnavailable timedOut(Duration limit) {
    return new SecretStoreUnavailable(
        Reason.TIMED_OUT,
        "The keychain did not answer within " + limit.toSeconds() + " seconds.",
        "Unlock or restart the keychain and try again, or " + INSTEAD);
  }

  static SecretStoreUnavailable interrupted() {
    return new SecretStoreUnavailable(
        Reason.TIMED_OUT,
        "The keychain's answer was not waited for, because gatepass is being stopped.",
        "Run the command again.");
  }
}
