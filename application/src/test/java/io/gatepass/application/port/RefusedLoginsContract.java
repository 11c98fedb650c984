package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.RefusedLogins.Refusal;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link RefusedLogins} does. Each test starts with nothing remembered. */
public abstract class RefusedLoginsContract {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");
  private static final CredentialScope OTHER = new CredentialScope("fedcba9876543210");
  private static final Refusal FIRST =
      new Refusal(
          Instant.parse("2026-01-15T09:00:00.123456789Z"),
          "Anna said \"no\": zurück.",
          Duration.ofMinutes(1),
          false);
  private static final Refusal SECOND =
      new Refusal(
          Instant.parse("2026-01-15T09:03:00Z"),
          "Nobody signed in within 3 minutes.",
          Duration.ofMinutes(10),
          true);

  /** What is under test; the same one at every call within a test. */
  protected abstract RefusedLogins refusals();

  /** A further handle on the same memory; the same one again where there is only one. */
  protected abstract RefusedLogins sameRefusals();

  @Test
  protected void nothingIsRememberedAtFirst() {
    assertThat(refusals().latest(SCOPE)).isEmpty();
  }

  @Test
  protected void refusalIsRememberedToTheLetter() {
    refusals().remember(SCOPE, FIRST);

    assertThat(refusals().latest(SCOPE)).hasValue(FIRST);
    assertThat(sameRefusals().latest(SCOPE)).hasValue(FIRST);
  }

  @Test
  protected void nextRefusalTakesThePlaceOfTheOneBefore() {
    refusals().remember(SCOPE, FIRST);
    sameRefusals().remember(SCOPE, SECOND);

    assertThat(refusals().latest(SCOPE)).hasValue(SECOND);
  }

  @Test
  protected void refusalsOfOtherScopesAreKeptApart() {
    refusals().remember(SCOPE, FIRST);
    refusals().remember(OTHER, SECOND);

    refusals().forget(SCOPE);

    assertThat(refusals().latest(SCOPE)).isEmpty();
    assertThat(refusals().latest(OTHER)).hasValue(SECOND);
  }

  @Test
  protected void forgettingWhatIsNotRememberedIsNoComplaint() {
    refusals().forget(SCOPE);

    assertThat(refusals().latest(SCOPE)).isEmpty();
  }
}
