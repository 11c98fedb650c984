package io.gatepass.application.usecase.handout;

import io.gatepass.application.port.HandOuts;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells whether the gateway has turned down a token, by what tools do then: they run their helper
 * again at once. A crowd of helpers that one tool starts together looks much the same, so a token
 * that was given a moment ago is never suspected; and no token is renewed more than once a minute.
 */
public final class TurnedDown {
  /** How soon after the hand-out. */
  private static final Duration AT_ONCE = Duration.ofSeconds(15);

  private static final Duration BETWEEN_RENEWALS = Duration.ofMinutes(1);

  private final HandOuts handOuts;
  private final InstantSource clock;

  /** Judges by the hand-outs that are remembered. */
  public TurnedDown(HandOuts handOuts, InstantSource clock) {
    this.handOuts = handOuts;
    this.clock = clock;
  }

  /** Whether the program that asks now has tried this very token and had no luck. */
  public boolean isLikely(CredentialScope scope, AccessToken token) {
    Instant now = clock.instant();
    return !isWithin(BETWEEN_RENEWALS, token.issuedAt(), now)
        && handOuts
            .latest(scope)
            .filter(at -> !at.isBefore(token.issuedAt()) && isWithin(AT_ONCE, at, now))
            .isPresent()
        && handOuts
            .latestRenewal(scope)
            .filter(at -> isWithin(BETWEEN_RENEWALS, at, now))
            .isEmpty();
  }

  /** What is said to be in the future was written before the clock was put back. */
  private static boolean isWithin(Duration time, Instant at, Instant now) {
    return !now.isBefore(at) && Duration.between(at, now).compareTo(time) < 0;
  }
}
