package io.gatepass.bootstrap.demo.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.bootstrap.demo.http.Json;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Fault;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs ID tokens (OIDC Core §2) with ES256 (RFC 7518 §3.4) by the JDK's own cryptography. */
final class IdTokens {
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int COORDINATE_BYTES = 32;
  private static final String KEY_ID = "demo-1";

  private final String issuer;
  private final InstantSource clock;
  private final KeyPair published;
  private final KeyPair unpublished;

  private IdTokens(String issuer, InstantSource clock, KeyPair published, KeyPair unpublished) {
    this.issuer = issuer;
    this.clock = clock;
    this.published = published;
    this.unpublished = unpublished;
  }

  static IdTokens of(String issuer, InstantSource clock) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return new IdTokens(issuer, clock, generator.generateKeyPair(), generator.generateKeyPair());
  }

  /** The JWK set (RFC 7517 §5). */
  Map<String, Object> keys() {
    ECPublicKey key = (ECPublicKey) published.getPublic();
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty", "EC",
                "crv", "P-256",
                "use", "sig",
                "alg", "ES256",
                "kid", KEY_ID,
                "x", coordinate(key.getW().getAffineX()),
                "y", coordinate(key.getW().getAffineY()))));
  }

  /** The ID token that goes with an access token. */
  String issue(Grants.Consented consented, String accessToken, IssuerPolicy policy) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", policy.has(Fault.WRONG_ID_TOKEN_ISSUER) ? issuer + "/other" : issuer);
    claims.put("sub", "demo-user");
    claims.put("aud", policy.has(Fault.WRONG_AUDIENCE) ? "another-client" : consented.clientId());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", expiry(policy, now).getEpochSecond());
    claims.put("email", "demo@example.com");
    claims.put("at_hash", hash(policy.has(Fault.WRONG_AT_HASH) ? "another" : accessToken));
    consented
        .nonce()
        .ifPresent(
            nonce -> claims.put("nonce", policy.has(Fault.WRONG_NONCE) ? "x" + nonce : nonce));
    return sign(claims, policy);
  }

  private static Instant expiry(IssuerPolicy policy, Instant now) {
    return policy.has(Fault.EXPIRED_ID_TOKEN) ? now.minus(LIFETIME) : now.plus(LIFETIME);
  }

  private String sign(Map<String, Object> claims, IssuerPolicy policy) {
    if (policy.has(Fault.UNSIGNED_ID_TOKEN)) {
      return part(Map.of("alg", "none")) + "." + part(claims) + ".";
    }
    String signed = part(Map.of("alg", "ES256", "kid", KEY_ID, "typ", "JWT")) + "." + part(claims);
    KeyPair key = policy.has(Fault.BAD_SIGNATURE) ? unpublished : published;
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.getPrivate());
      signature.update(signed.getBytes(US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no ES256", e);
    }
  }

  /** The left half of the hash (OIDC Core §3.1.3.6). */
  private static String hash(String accessToken) {
    byte[] digest = sha256(accessToken);
    return base64(Arrays.copyOf(digest, digest.length / 2));
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String part(Map<String, ?> object) {
    return base64(Json.write(object).getBytes(UTF_8));
  }

  /** A coordinate in exactly 32 bytes (RFC 7518 §6.2.1.2), however small its value. */
  private static String coordinate(BigInteger value) {
    byte[] exact = new byte[COORDINATE_BYTES];
    byte[] bytes = value.toByteArray();
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, exact, COORDINATE_BYTES - length, length);
    return base64(exact);
  }
}
