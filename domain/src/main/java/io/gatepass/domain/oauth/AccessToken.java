package io.gatepass.domain.oauth;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token (RFC 6749 §1.4) and its life. The token is opaque: its life is the response's
 * {@code expires_in}, never its content.
 *
 * @param value the token
 * @param issuedAt when it was received, on this machine's clock
 * @param expiresAt when it stops being valid; never before {@code issuedAt}
 */
public record AccessToken(Secret value, Instant issuedAt, Instant expiresAt) {
  /** Rejects a token that would expire before it was issued. */
  public AccessToken {
    if (expiresAt.isBefore(issuedAt)) {
      throw new IllegalArgumentException("an access token cannot expire before it is issued");
    }
  }

  /** How long it was valid when it was issued. */
  public Duration lifetime() {
    return Duration.between(issuedAt, expiresAt);
  }

  /** Whether it is of no use any more. */
  public boolean hasExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
