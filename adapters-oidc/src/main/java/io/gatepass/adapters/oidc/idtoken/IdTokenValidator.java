package io.gatepass.adapters.oidc.idtoken;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.gatepass.adapters.oidc.token.TokenAnswer.Granted;
import io.gatepass.domain.oauth.ClientRegistration;
import io.gatepass.domain.oauth.Secret;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Set;

/**
 * Validates the ID tokens of one client (OIDC Core §3.1.3.7, §12.2). Only signatures by a key pair
 * count: {@code none} proves nothing, and a public client has no secret for an HMAC.
 */
public final class IdTokenValidator {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final ClientRegistration client;
  private final InstantSource clock;

  /** A validator for that client's tokens. */
  public IdTokenValidator(ClientRegistration client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * Validates the ID token of a login.
   *
   * @param idToken the ID token
   * @param granted what it came with, for {@code at_hash}
   * @param nonce what the authorization request held
   * @param keys the issuer's keys
   */
  public IdToken ofLogin(JWT idToken, Granted granted, Secret nonce, JWKSet keys)
      throws UntrustworthyIdToken {
    SignedJWT token = signed(idToken);
    ClaimRules rules = new ClaimRules(verified(token, keys), client);
    rules.check(clock.instant());
    rules.checkNonce(nonce);
    return believed(token, granted);
  }

  /**
   * Validates the ID token of a refresh. It has no nonce (Keycloak) or repeats an old one
   * (oidc-provider), which nobody kept. Its signature is not verified, as OIDC Core §3.1.3.7 point
   * 6 allows for a token that came from the token endpoint itself: asking for the keys would cost a
   * request, and fail refreshes whose old refresh token is already spent.
   *
   * @param idToken the ID token
   * @param granted what it came with, for {@code at_hash}
   */
  public IdToken ofRefresh(JWT idToken, Granted granted) throws UntrustworthyIdToken {
    SignedJWT token = signed(idToken);
    new ClaimRules(claims(token), client).check(clock.instant());
    return believed(token, granted);
  }

  private static IdToken believed(SignedJWT token, Granted granted) throws UntrustworthyIdToken {
    JWTClaimsSet claims = claims(token);
    Object hash = claims.getClaim("at_hash");
    if (hash != null && !granted.hasHash(hash.toString(), token.getHeader().getAlgorithm())) {
      throw new UntrustworthyIdToken("belongs to another access token (at_hash)");
    }
    return IdToken.of(claims);
  }

  private static SignedJWT signed(JWT idToken) throws UntrustworthyIdToken {
    if (!(idToken instanceof SignedJWT token)) {
      throw new UntrustworthyIdToken("is not a signed token");
    }
    if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
      throw new UntrustworthyIdToken("is signed by an algorithm that is not allowed");
    }
    return token;
  }

  private static JWTClaimsSet verified(SignedJWT token, JWKSet keys) throws UntrustworthyIdToken {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    try {
      return processor.process(token, null);
    } catch (BadJOSEException | JOSEException e) {
      throw new UntrustworthyIdToken("is not signed by the issuer");
    }
  }

  private static JWTClaimsSet claims(SignedJWT token) throws UntrustworthyIdToken {
    try {
      return token.getJWTClaimsSet();
    } catch (ParseException e) {
      throw new UntrustworthyIdToken("holds no claims");
    }
  }
}
