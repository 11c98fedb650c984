package io.gatepass.adapters.fs.secret.token;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.failure.StorageFailed;
import org.jspecify.annotations.Nullable;

/** Steps that are all made, also after one has failed; the first failure is thrown at the end. */
final class Attempts {
  private @Nullable SecretStoreUnavailable failure;

  /** Makes a step. */
  void make(Runnable step) {
    try {
      step.run();
    } catch (SecretStoreUnavailable e) {
      add(e);
    } catch (StorageFailed e) {
      add(new SecretStoreUnavailable(Reason.UNREACHABLE, e.what(), e.remedy(), e));
    }
  }

  boolean haveSucceeded() {
    return failure == null;
  }

  /** Throws what has failed, if anything has. */
  void throwFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  private void add(SecretStoreUnavailable next) {
    if (failure == null) {
      failure = next;
    } else if (next != failure) {
      failure.addSuppressed(next);
    }
  }
}
