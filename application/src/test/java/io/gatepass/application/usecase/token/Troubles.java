package io.gatepass.application.usecase.token;

import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.failure.StorageFailed;

/** Failures for fakes to fail with. */
public final class Troubles {
  private Troubles() {}

  public static LoginFailed denied() {
    return new LoginFailed("The sign-in was denied.", "Ask for access.");
  }

  public static IssuerUnreachable issuerDown() {
    return new IssuerUnreachable("The issuer does not answer.", "Try again later.");
  }

  public static InvalidSettings clientRefused() {
    return new InvalidSettings(Kind.FAILED, "The issuer refuses the client.", "Correct its id.");
  }

  public static SecretStoreUnavailable locked() {
    return new SecretStoreUnavailable(Reason.LOCKED, "The keychain is locked.", "Unlock it.");
  }

  public static SecretStoreUnavailable readOnly() {
    return new SecretStoreUnavailable(Reason.READ_ONLY, "The store is read-only.", "Use another.");
  }

  public static StorageFailed diskFull() {
    return new StorageFailed("The file cannot be written.", "Make room.");
  }
}
