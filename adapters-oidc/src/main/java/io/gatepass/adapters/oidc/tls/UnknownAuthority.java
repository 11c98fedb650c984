package io.gatepass.adapters.oidc.tls;

import java.security.cert.CertificateException;

/** A certificate chain leads to an authority that is not trusted here. */
public final class UnknownAuthority extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final String authority;

  UnknownAuthority(String authority, Throwable cause) {
    super("signed by the unknown authority " + authority, cause);
    this.authority = authority;
  }

  /** The distinguished name (RFC 2253) of whoever signed the last certificate that was sent. */
  public String authority() {
    return authority;
  }
}
