package io.gatepass.domain.web.trouble;

import io.gatepass.domain.web.proxy.ForwardProxy;
import java.io.IOException;

/** What went wrong on the way through a forward proxy. */
public final class ThroughProxy extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient ForwardProxy proxy;
  private final IOException failure;

  /** A failure on the way through that proxy. */
  public ThroughProxy(ForwardProxy proxy, IOException failure) {
    super("through the proxy " + proxy.address(), failure);
    this.proxy = proxy;
    this.failure = failure;
  }

  /** The proxy answered {@code CONNECT} with something else than a tunnel. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** Refused with that HTTP status. */
    public Refused(int status) {
      super("the proxy refused to connect: HTTP " + status);
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  /** The proxy. */
  public ForwardProxy proxy() {
    return proxy;
  }

  /** What went wrong. */
  public IOException failure() {
    return failure;
  }
}
