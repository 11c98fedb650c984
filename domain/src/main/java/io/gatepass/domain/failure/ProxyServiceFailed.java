package io.gatepass.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * The loopback proxy could not be installed as a service, started or stopped: there is nothing on
 * this system that would run it, or that refused.
 */
public final class ProxyServiceFailed extends GatepassException {
  private static final long serialVersionUID = 1L;

  /** What happened and what to do; neither text may hold a secret. */
  public ProxyServiceFailed(String what, String remedy) {
    this(what, remedy, null);
  }

  /** What happened, what to do, and the cause. */
  public ProxyServiceFailed(String what, String remedy, @Nullable Throwable cause) {
    super(Kind.FAILED, what, remedy, cause);
  }
}
