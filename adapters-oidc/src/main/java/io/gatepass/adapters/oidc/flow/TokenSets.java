package io.gatepass.adapters.oidc.flow;

import io.gatepass.adapters.oidc.token.TokenAnswer.Granted;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.TokenSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes token sets of token responses. */
final class TokenSets {
  /**
   * The life of an access token about which the issuer says nothing (RFC 6749 §5.1 only recommends
   * {@code expires_in}): short enough to be refreshed before most gateways would turn it away.
   */
  static final Duration UNSAID = Duration.ofMinutes(5);

  private TokenSets() {}

  static TokenSet of(Granted granted, Instant now, Optional<String> user) {
    Instant end = now.plus(granted.lifetime().orElse(UNSAID));
    return new TokenSet(
        new AccessToken(granted.accessToken(), now, end),
        granted.refreshToken().map(RefreshToken::new),
        user);
  }
}
