package io.gatepass.bootstrap.demo.issuer;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has been granted: codes used once (RFC 6749 §4.1.2), refresh tokens that rotate and whose
 * reuse revokes their whole family (RFC 9700 §4.14.2), access tokens that expire.
 */
final class Grants {
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
  private static final int RANDOM_BYTES = 32;

  private final InstantSource clock;
  private final IssuerLog log;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Family> refreshTokens = new HashMap<>();
  private final Map<String, Access> accessTokens = new HashMap<>();

  Grants(InstantSource clock, IssuerLog log) {
    this.clock = clock;
    this.log = log;
  }

  /** What the user consented to. */
  record Consented(
      String clientId,
      String redirectUri,
      String challenge,
      Optional<String> nonce,
      boolean offlineAccess) {

    Consented withoutNonce() {
      return new Consented(clientId, redirectUri, challenge, Optional.empty(), offlineAccess);
    }
  }

  /** All that descends from one consent. */
  static final class Family {
    private final Consented consented;
    private String currentRefreshToken = "";
    private boolean revoked;

    private Family(Consented consented) {
      this.consented = consented;
    }

    Consented consented() {
      return consented;
    }
  }

  private record Code(Family family, Instant expiresAt, boolean used) {}

  private record Access(Family family, Instant expiresAt) {}

  synchronized String code(Consented consented) {
    String code = secret("code_");
    codes.put(code, new Code(new Family(consented), clock.instant().plus(CODE_LIFETIME), false));
    return code;
  }

  /** Redeems a code once; a second time revokes what the first gave (RFC 6749 §4.1.2). */
  synchronized Optional<Family> redeem(String value) {
    Code code = codes.get(value);
    if (code == null) {
      return Optional.empty();
    }
    if (code.used()) {
      code.family().revoked = true;
      return Optional.empty();
    }
    codes.put(value, new Code(code.family(), code.expiresAt(), true));
    return Optional.of(code.family()).filter(_ -> clock.instant().isBefore(code.expiresAt()));
  }

  /** The family of a refresh token, if it is the current one; an older one revokes the family. */
  synchronized Optional<Family> rotate(String refreshToken) {
    Family family = refreshTokens.get(refreshToken);
    if (family == null) {
      return Optional.empty();
    }
    if (!family.currentRefreshToken.equals(refreshToken)) {
      family.revoked = true;
    }
    return Optional.of(family).filter(known -> !known.revoked);
  }

  synchronized String accessToken(Family family, Duration lifetime) {
    String token = secret("at_");
    accessTokens.put(token, new Access(family, clock.instant().plus(lifetime)));
    return token;
  }

  synchronized String refreshToken(Family family) {
    String token = secret("rt_");
    refreshTokens.put(token, family);
    family.currentRefreshToken = token;
    return token;
  }

  /** Revokes the family of a token; one that is not known needs no complaint (RFC 7009 §2.2). */
  synchronized void revoke(String token) {
    Optional.ofNullable(refreshTokens.get(token)).ifPresent(family -> family.revoked = true);
    Optional.ofNullable(accessTokens.get(token))
        .ifPresent(access -> access.family().revoked = true);
  }

  synchronized void revokeAll() {
    refreshTokens.values().forEach(family -> family.revoked = true);
  }

  synchronized boolean accepts(String accessToken) {
    Access access = accessTokens.get(accessToken);
    return access != null
        && !access.family().revoked
        && clock.instant().isBefore(access.expiresAt());
  }

  /** A text that nobody can guess. */
  String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String secret(String prefix) {
    String secret = prefix + random();
    log.addSecret(secret);
    return secret;
  }
}
