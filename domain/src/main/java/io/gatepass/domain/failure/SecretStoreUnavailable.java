package io.gatepass.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * The secret store did not answer as it should: it is locked, unreachable, hangs, or is read-only.
 */
public final class SecretStoreUnavailable extends GatepassException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why the store is of no use now. */
  public enum Reason {
    /** It is there and locked; its user can unlock it. */
    LOCKED,
    /** It is not there, or refused to talk. */
    UNREACHABLE,
    /** It did not answer within its time limit. */
    TIMED_OUT,
    /** It can be read but not written. */
    READ_ONLY
  }

  /** What happened and what to do; neither text may hold a secret. */
  public SecretStoreUnavailable(Reason reason, String what, String remedy) {
    this(reason, what, remedy, null);
  }

  /** What happened, what to do, and the cause. */
  public SecretStoreUnavailable(
      Reason reason, String what, String remedy, @Nullable Throwable cause) {
    super(Kind.FAILED, what, remedy, cause);
    this.reason = reason;
  }

  /** Why the store is of no use now. */
  public Reason reason() {
    return reason;
  }
}
