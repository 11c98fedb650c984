package io.gatepass.application.port;

import io.gatepass.domain.gateway.CredentialScope;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers when the program that asks for a token got one before, so that one that asks again at
 * once is seen to have had no luck with it. It holds no secret and is never a reason to fail: where
 * it cannot be read, or it is not known who asks, nothing is remembered.
 */
public interface HandOuts {
  /**
   * When the program that asks now last got a token of that scope, if it did before it asked now:
   * one that asks twice at a time has tried nothing in between.
   */
  Optional<Instant> latest(CredentialScope scope);

  /** Remembers that the program that asks now gets a token. */
  void remember(CredentialScope scope, Instant at);

  /** When a token was last renewed because somebody had no luck with it. */
  Optional<Instant> latestRenewal(CredentialScope scope);

  /** Remembers such a renewal, whatever comes of it. */
  void rememberRenewal(CredentialScope scope, Instant at);
}
