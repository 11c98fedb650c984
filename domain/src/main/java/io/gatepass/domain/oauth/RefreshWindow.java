package io.gatepass.domain.oauth;

import java.time.Duration;
import java.time.Instant;

/**
 * The time before its expiry in which an access token is refreshed rather than handed out: 10
 * minutes, or a third of the token's lifetime where that is shorter, so that short-lived tokens are
 * not refreshed at every call. It exceeds the 5 minutes between two calls of a tool, so that a tool
 * never holds a token about to die.
 */
public final class RefreshWindow {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** The shortest lifetime that has the longest window. */
  private static final Duration LONG_LIFE = Duration.ofMinutes(30);

  /** How far two readings of the clock may be apart without anything being wrong. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private RefreshWindow() {}

  /** The window of a token with the given lifetime. */
  public static Duration of(Duration lifetime) {
    if (lifetime.compareTo(LONG_LIFE) >= 0) {
      return LONGEST;
    }
    // Not dividedBy: like multipliedBy it initialises BigDecimal, which takes longer than the rest
    // of gatepass token.
    return Duration.ofNanos(lifetime.toNanos() / 3);
  }

  /**
   * Whether the token is valid beyond its refresh window. One that was issued in the future is not:
   * the clock has been moved back since, and its expiry says nothing any more.
   */
  public static boolean isFresh(AccessToken token, Instant now) {
    return now.isBefore(token.expiresAt().minus(of(token.lifetime())))
        && Duration.between(now, token.issuedAt()).compareTo(SKEW) <= 0;
  }
}
