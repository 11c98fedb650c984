package io.gatepass.domain.failure;

import org.jspecify.annotations.Nullable;

/** A token can be had only by a login, and the caller does not allow one (policy DEFERRED). */
public final class LoginRequired extends GatepassException {
  private static final long serialVersionUID = 1L;

  /** What happened and what to do; neither text may hold a secret. */
  public LoginRequired(String what, String remedy) {
    this(what, remedy, null);
  }

  /** What happened, what to do, and the cause. */
  public LoginRequired(String what, String remedy, @Nullable Throwable cause) {
    super(Kind.LOGIN_NEEDED, what, remedy, cause);
  }
}
