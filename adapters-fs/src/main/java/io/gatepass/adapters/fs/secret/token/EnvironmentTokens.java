package io.gatepass.adapters.fs.secret.token;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens handed in by {@code GATEPASS_ACCESS_TOKEN} and {@code GATEPASS_REFRESH_TOKEN}. They are
 * for every scope and are never stored.
 */
final class EnvironmentTokens {
  private static final String ACCESS = "GATEPASS_ACCESS_TOKEN";
  private static final String REFRESH = "GATEPASS_REFRESH_TOKEN";

  /**
   * The end of the year 9999. Nothing says how long such a token lives; whoever sets it answers for
   * that, so it is always fresh. Not parsed: the formats' tables take a while to load.
   */
  private static final Instant NEVER = Instant.ofEpochSecond(253_402_300_799L);

  private final Platform platform;

  EnvironmentTokens(Platform platform) {
    this.platform = platform;
  }

  Optional<AccessToken> accessToken() {
    return platform
        .variable(ACCESS)
        .map(text -> new AccessToken(Secret.of(text), Instant.EPOCH, NEVER));
  }

  Optional<RefreshToken> refreshToken() {
    return platform.variable(REFRESH).map(Secret::of).map(RefreshToken::new);
  }

  /** Why nothing is remembered while they are set; empty where they are not. */
  Optional<String> explanation() {
    return refreshToken().isPresent()
        ? Optional.of(explanation(REFRESH))
        : accessToken().map(_ -> explanation(ACCESS));
  }

  /** What to say when the issuer has replaced or refused the refresh token. */
  SecretStoreUnavailable cannotChange() {
    return new SecretStoreUnavailable(
        Reason.READ_ONLY,
        "The refresh token in " + REFRESH + " is used up, and gatepass cannot change it.",
        "Set " + REFRESH + " to a new one, or unset it and sign in.");
  }

  private static String explanation(String variable) {
    return variable + " is set and is used instead. Unset it to have a sign-in remembered.";
  }
}
