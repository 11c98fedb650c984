package io.gatepass.domain.failure;

import org.jspecify.annotations.Nullable;

/** The loopback proxy cannot listen, because another program has its port. */
public final class ProxyPortTaken extends GatepassException {
  private static final long serialVersionUID = 1L;

  /** What happened, what to do, and the cause; the message names the port. */
  private ProxyPortTaken(String what, String remedy, @Nullable Throwable cause) {
    super(Kind.FAILED, what, remedy, cause);
  }

  /** Another proxy of gatepass's has the port. */
  public static ProxyPortTaken byProxy(int port, long processId) {
    return new ProxyPortTaken(
        "Port "
            + port
            + " is taken: a gatepass proxy is already running, as process "
            + processId
            + ".",
        "Use that one, or end it first.",
        null);
  }

  /** Somebody else has the port. */
  public static ProxyPortTaken bySomebody(int port, @Nullable Throwable cause) {
    return new ProxyPortTaken(
        "Port " + port + " is in use by another program.",
        "End that program, or choose another port and configure the tools for it: gatepass setup"
            + " --proxy-port PORT",
        cause);
  }
}
