package io.gatepass.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * A login was refused, timed out, or gave an answer that cannot be trusted (wrong state, issuer,
 * nonce or signature).
 */
public final class LoginFailed extends GatepassException {
  private static final long serialVersionUID = 1L;

  /** What happened and what to do; neither text may hold a secret. */
  public LoginFailed(String what, String remedy) {
    this(what, remedy, null);
  }

  /** What happened, what to do, and the cause. */
  public LoginFailed(String what, String remedy, @Nullable Throwable cause) {
    super(Kind.LOGIN_NEEDED, what, remedy, cause);
  }
}
