package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.gateway.CredentialScope;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link HandOuts} does. Each test starts with nothing remembered. */
public abstract class HandOutsContract {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");
  private static final CredentialScope OTHER = new CredentialScope("fedcba9876543210");

  /** Long before the process under test was started. */
  private static final Instant FIRST = Instant.parse("2026-01-15T09:00:00.123Z");

  private static final Instant SECOND = FIRST.plusSeconds(7);

  /** What one program is given; a handle on the same memory at every call. */
  protected abstract HandOuts handOuts();

  /** What another program is given, out of the same memory. */
  protected abstract HandOuts ofAnotherProgram();

  @Test
  protected void nothingIsRememberedAtFirst() {
    assertThat(handOuts().latest(SCOPE)).isEmpty();
    assertThat(handOuts().latestRenewal(SCOPE)).isEmpty();
  }

  @Test
  protected void latestHandOutIsRemembered() {
    handOuts().remember(SCOPE, FIRST);
    handOuts().remember(SCOPE, SECOND);

    assertThat(handOuts().latest(SCOPE)).hasValue(SECOND);
  }

  @Test
  protected void handOutsToOtherProgramsAreTheirs() {
    handOuts().remember(SCOPE, FIRST);
    assertThat(ofAnotherProgram().latest(SCOPE)).isEmpty();

    ofAnotherProgram().remember(SCOPE, SECOND);
    assertThat(handOuts().latest(SCOPE)).hasValue(FIRST);
  }

  @Test
  protected void renewalsAreEverybodys() {
    handOuts().rememberRenewal(SCOPE, FIRST);

    assertThat(ofAnotherProgram().latestRenewal(SCOPE)).hasValue(FIRST);
    assertThat(handOuts().latest(SCOPE)).isEmpty();
  }

  @Test
  protected void scopesAreKeptApart() {
    handOuts().remember(SCOPE, FIRST);
    handOuts().rememberRenewal(SCOPE, FIRST);

    assertThat(handOuts().latest(OTHER)).isEmpty();
    assertThat(handOuts().latestRenewal(OTHER)).isEmpty();
  }
}
