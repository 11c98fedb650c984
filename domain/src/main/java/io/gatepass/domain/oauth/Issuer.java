package io.gatepass.domain.oauth;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.web.WebAddress;

/**
 * An OIDC issuer identifier (OIDC Discovery §3): {@code https} without query or fragment, or {@code
 * http} for a loopback host. Kept letter by letter as given, because the discovery document's
 * {@code issuer} must equal it exactly.
 *
 * @param value the identifier as configured
 */
public record Issuer(String value) {
  /** Rejects what is not an issuer identifier; {@link #parse} gives the reason to a person. */
  public Issuer {
    WebAddress.check("issuer", value);
  }

  /**
   * Reads an issuer identifier.
   *
   * @throws InvalidSettings naming the value and the rule it breaks
   */
  public static Issuer parse(String text) {
    return new Issuer(text);
  }

  /** Whether the issuer runs on this machine, where plain http is allowed. */
  public boolean isLoopback() {
    return WebAddress.isLoopback(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
