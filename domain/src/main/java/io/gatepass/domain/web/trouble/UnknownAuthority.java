package io.gatepass.domain.web.trouble;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** A certificate chain leads to an authority that is not trusted here. */
public final class UnknownAuthority extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final String authority;
  private final boolean selfSigned;

  /**
   * Names whoever signed the last certificate of the chain.
   *
   * @param chain what the server sent, not empty
   */
  public UnknownAuthority(X509Certificate[] chain, Throwable cause) {
    super("signed by the unknown authority " + signer(chain), cause);
    this.authority = signer(chain);
    this.selfSigned =
        chain.length == 1
            && chain[0].getIssuerX500Principal().equals(chain[0].getSubjectX500Principal());
  }

  /** The distinguished name (RFC 2253) of whoever signed the last certificate that was sent. */
  public String authority() {
    return authority;
  }

  /** Whether the server has signed its certificate itself. */
  public boolean isSelfSigned() {
    return selfSigned;
  }

  private static String signer(X509Certificate[] chain) {
    return chain[chain.length - 1].getIssuerX500Principal().getName();
  }
}
