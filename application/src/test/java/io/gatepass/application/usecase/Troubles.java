package io.gatepass.application.usecase;

import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.failure.StorageFailed;

/** Failures for fakes to fail with. */
final class Troubles {
  private Troubles() {}

  static LoginFailed denied() {
    return new LoginFailed("The sign-in was denied.", "Ask for access.");
  }

  static IssuerUnreachable issuerDown() {
    return new IssuerUnreachable("The issuer does not answer.", "Try again later.");
  }

  static InvalidSettings clientRefused() {
    return new InvalidSettings(Kind.FAILED, "The issuer refuses the client.", "Correct its id.");
  }

  static SecretStoreUnavailable locked() {
    return new SecretStoreUnavailable(Reason.LOCKED, "The keychain is locked.", "Unlock it.");
  }

  static SecretStoreUnavailable readOnly() {
    return new SecretStoreUnavailable(Reason.READ_ONLY, "The store is read-only.", "Use another.");
  }

  static StorageFailed diskFull() {
    return new StorageFailed("The file cannot be written.", "Make room.");
  }
}
