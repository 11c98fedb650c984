package io.gatepass.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * A login was refused, timed out, or gave an answer that cannot be trusted (wrong state, issuer,
 * nonce or signature).
 */
public final class LoginFailed extends GatepassException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why it came to nothing. */
  public enum Reason {
    /** Somebody said no, or what came cannot be trusted. */
    REFUSED,
    /** Nobody came to sign in. */
    UNANSWERED,
    /** Somebody gave it up, or another one stands in its way. */
    ABANDONED
  }

  /** Why, what happened and what to do; neither text may hold a secret. */
  public LoginFailed(Reason reason, String what, String remedy) {
    super(Kind.LOGIN_NEEDED, what, remedy, null);
    this.reason = reason;
  }

  /** It was refused: what happened and what to do; neither text may hold a secret. */
  public LoginFailed(String what, String remedy) {
    this(what, remedy, null);
  }

  /** It was refused: what happened, what to do, and the cause. */
  public LoginFailed(String what, String remedy, @Nullable Throwable cause) {
    super(Kind.LOGIN_NEEDED, what, remedy, cause);
    this.reason = Reason.REFUSED;
  }

  /** Why it came to nothing. */
  public Reason reason() {
    return reason;
  }
}
