package io.gatepass.adapters.oidc.idtoken;

import com.nimbusds.jwt.JWTClaimsSet;
import io.gatepass.domain.oauth.ClientRegistration;
import io.gatepass.domain.oauth.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules for an ID token's claims (OIDC Core §2, §3.1.3.7): {@code iss}, {@code sub}, {@code
 * aud}, {@code azp}, {@code exp}, {@code iat} and {@code nonce}. Times may be 60 seconds off.
 */
final class ClaimRules {
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final JWTClaimsSet claims;
  private final ClientRegistration client;

  ClaimRules(JWTClaimsSet claims, ClientRegistration client) {
    this.claims = claims;
    this.client = client;
  }

  void check(Instant now) throws UntrustworthyIdToken {
    require(client.issuer().value().equals(claims.getIssuer()), "is of another issuer");
    require(text("sub").isPresent(), "names no subject");
    checkAudience();
    checkTimes(now);
  }

  void checkNonce(Secret expected) throws UntrustworthyIdToken {
    require(
        text("nonce").filter(it -> expected.equals(Secret.of(it))).isPresent(),
        "is not the answer to this sign-in (nonce)");
  }

  private void checkAudience() throws UntrustworthyIdToken {
    List<String> audience = claims.getAudience();
    require(audience.contains(client.clientId()), "is meant for another client (aud)");
    boolean named = claims.getClaim("azp") != null;
    require(named || audience.size() == 1, "is meant for several clients and names none (azp)");
    require(
        !named || text("azp").filter(client.clientId()::equals).isPresent(),
        "was given to another client (azp)");
  }

  private void checkTimes(Instant now) throws UntrustworthyIdToken {
    Optional<Instant> end = instant(claims.getExpirationTime());
    Optional<Instant> start = instant(claims.getIssueTime());
    require(end.isPresent(), "says not when it expires");
    require(start.isPresent(), "says not when it was issued");
    requireTime(now.minus(SKEW).isBefore(end.get()), "has expired");
    requireTime(!start.get().isAfter(now.plus(SKEW)), "comes from the future");
  }

  private static void requireTime(boolean kept, String rule) throws UntrustworthyIdToken {
    if (!kept) {
      throw new UntrustworthyIdToken(rule + " (is this machine's clock right?)", true);
    }
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(claims.getClaim(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(it -> !it.isEmpty());
  }

  private static Optional<Instant> instant(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  private static void require(boolean kept, String rule) throws UntrustworthyIdToken {
    if (!kept) {
      throw new UntrustworthyIdToken(rule);
    }
  }
}
