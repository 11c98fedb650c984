package io.gatepass.domain.oauth;

import java.util.Optional;

/**
 * The public client that gatepass is at an issuer (RFC 6749 §2.1, RFC 8252 §8.4): it has an id and
 * no secret.
 *
 * @param issuer the OIDC provider
 * @param clientId the client identifier (RFC 6749 §2.2)
 * @param audience the API that the access token is meant for, sent as {@code audience} and as
 *     {@code resource} (RFC 8707)
 * @param scopes the scopes asked for
 */
public record ClientRegistration(
    Issuer issuer, String clientId, Optional<String> audience, Scopes scopes) {
  /** Rejects an empty client id. */
  public ClientRegistration {
    if (clientId.isBlank()) {
      throw new IllegalArgumentException("the client id must not be empty");
    }
  }
}
