package io.gatepass.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * The issuer did not answer, answered with a 5xx, or with something that is no OAuth response.
 * Never a reason to open a browser.
 */
public final class IssuerUnreachable extends GatepassException {
  private static final long serialVersionUID = 1L;

  /** What happened and what to do; neither text may hold a secret. */
  public IssuerUnreachable(String what, String remedy) {
    this(what, remedy, null);
  }

  /** What happened, what to do, and the cause. */
  public IssuerUnreachable(String what, String remedy, @Nullable Throwable cause) {
    super(Kind.UNREACHABLE, what, remedy, cause);
  }
}
