package io.gatepass.application.port;

import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers that a login was refused or timed out, so that a tool that asks again at once is told
 * so instead of opening another browser. It holds no secret and is never a reason to fail: where it
 * cannot be read, nothing is remembered.
 */
public interface RefusedLogins {
  /** The latest refusal. */
  Optional<Refusal> latest(CredentialScope scope);

  /** Remembers a refusal in place of the one before. */
  void remember(CredentialScope scope, Refusal refusal);

  /** Forgets it. */
  void forget(CredentialScope scope);

  /**
   * A refused login.
   *
   * @param at when
   * @param reason one line, as the user was told
   * @param holds for how long no tool is to open another browser
   * @param unanswered whether nobody came at all
   */
  record Refusal(Instant at, String reason, Duration holds, boolean unanswered) {}
}
