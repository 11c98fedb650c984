package io.gatepass.adapters.oidc.idtoken;

/**
 * An ID token that must not be believed. The message says which rule it breaks, as the rest of the
 * sentence "The ID token …"; nothing of the token is in it.
 */
public final class UntrustworthyIdToken extends Exception {
  private static final long serialVersionUID = 1L;

  UntrustworthyIdToken(String rule) {
    super(rule);
  }

  /** The rule it breaks. */
  public String rule() {
    return String.valueOf(getMessage());
  }
}
