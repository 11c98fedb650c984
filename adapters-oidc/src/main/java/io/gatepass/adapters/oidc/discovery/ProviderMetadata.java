package io.gatepass.adapters.oidc.discovery;

import io.gatepass.domain.oauth.Issuer;
import java.net.URI;
import java.util.Optional;

/**
 * What gatepass needs of an issuer's discovery document (OIDC Discovery §3, RFC 8414 §2); {@link
 * MetadataRules} has checked it.
 *
 * @param issuer the issuer, equal to the configured one
 * @param authorizationEndpoint where the user signs in
 * @param tokenEndpoint where codes and refresh tokens are exchanged
 * @param keys where the keys that sign ID tokens are ({@code jwks_uri})
 * @param revocationEndpoint where tokens are revoked (RFC 7009)
 * @param namesItselfInResponses whether an authorization response must hold {@code iss} (RFC 9207)
 * @param wantsConsentPrompt whether it gives refresh tokens only after {@code prompt=consent}; see
 *     {@link ConsentPrompt}
 */
public record ProviderMetadata(
    Issuer issuer,
    URI authorizationEndpoint,
    URI tokenEndpoint,
    URI keys,
    Optional<URI> revocationEndpoint,
    boolean namesItselfInResponses,
    boolean wantsConsentPrompt) {}
