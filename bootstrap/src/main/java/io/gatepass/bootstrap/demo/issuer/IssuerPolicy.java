package io.gatepass.bootstrap.demo.issuer;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the embedded issuer behaves; it may be changed while it runs.
 *
 * @param accessTokenLifetime how long access tokens live
 * @param consent what happens at the authorization endpoint
 * @param refreshTokens whether {@code offline_access} is granted
 * @param faults what it does wrong, for tests
 */
public record IssuerPolicy(
    Duration accessTokenLifetime, Consent consent, boolean refreshTokens, Set<Fault> faults) {
  /** Copies the faults. */
  public IssuerPolicy {
    faults = Set.copyOf(faults);
  }

  /** What happens at the authorization endpoint. */
  public enum Consent {
    /** A page asks the user. */
    ASK,
    /** Every request is approved without a page. */
    APPROVE,
    /** Every request is denied without a page. */
    DENY
  }

  /** What an issuer, or somebody between it and the client, can do wrong. */
  public enum Fault {
    /** Every endpoint but the authorization endpoint answers 503. */
    SERVER_ERROR,
    /** The token endpoint answers 200 with something that is not JSON. */
    MALFORMED_TOKEN_RESPONSE,
    /** The metadata name another issuer (OIDC Discovery §4.3). */
    FOREIGN_METADATA,
    /** The metadata list PKCE methods without S256 (RFC 8414 §2). */
    NO_S256,
    /** The redirect carries another {@code state}. */
    WRONG_STATE,
    /** The redirect carries another {@code iss} (RFC 9207). */
    WRONG_ISS_PARAMETER,
    /** The redirect carries no {@code iss}, though the metadata promise it. */
    MISSING_ISS_PARAMETER,
    /** The ID token has another nonce. */
    WRONG_NONCE,
    /** The ID token names another issuer. */
    WRONG_ID_TOKEN_ISSUER,
    /** The ID token is for another client. */
    WRONG_AUDIENCE,
    /** The ID token has expired. */
    EXPIRED_ID_TOKEN,
    /** The ID token's {@code at_hash} belongs to another access token. */
    WRONG_AT_HASH,
    /** The ID token is signed with a key that is not in the JWKS. */
    BAD_SIGNATURE,
    /** The ID token is not signed: {@code "alg":"none"}. */
    UNSIGNED_ID_TOKEN
  }

  /** One hour, refresh tokens, no fault. */
  public static IssuerPolicy with(Consent consent) {
    return new IssuerPolicy(Duration.ofHours(1), consent, true, Set.of());
  }

  /** The same with another lifetime. */
  public IssuerPolicy withLifetime(Duration lifetime) {
    return new IssuerPolicy(lifetime, consent, refreshTokens, faults);
  }

  /** The same without refresh tokens. */
  public IssuerPolicy withoutRefreshTokens() {
    return new IssuerPolicy(accessTokenLifetime, consent, false, faults);
  }

  /** The same with one more fault. */
  public IssuerPolicy withFault(Fault fault) {
    Set<Fault> more = EnumSet.of(fault);
    more.addAll(faults);
    return new IssuerPolicy(accessTokenLifetime, consent, refreshTokens, more);
  }

  boolean has(Fault fault) {
    return faults.contains(fault);
  }
}
