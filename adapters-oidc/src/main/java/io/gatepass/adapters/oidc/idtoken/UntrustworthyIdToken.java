package io.gatepass.adapters.oidc.idtoken;

/**
 * An ID token that must not be believed. The message says which rule it breaks, as the rest of the
 * sentence "The ID token …"; nothing of the token is in it.
 */
public final class UntrustworthyIdToken extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean aboutTime;

  UntrustworthyIdToken(String rule) {
    this(rule, false);
  }

  UntrustworthyIdToken(String rule, boolean aboutTime) {
    super(rule);
    this.aboutTime = aboutTime;
  }

  /** Whether a wrong clock may be all that is wrong. */
  public boolean isAboutTime() {
    return aboutTime;
  }

  /** The rule it breaks. */
  public String rule() {
    return String.valueOf(getMessage());
  }
}
