package io.gatepass.application.usecase.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.InMemoryRefusedLogins;
import io.gatepass.application.port.MovableClock;
import io.gatepass.application.port.RefusedLogins.Refusal;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.LoginFailed.Reason;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** For how long tools are told of a sign-in that came to nothing. */
class RefusalsTest {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");
  private final LoginFailed denied = new LoginFailed("Denied.", "Ask.");
  private final LoginFailed nobody = new LoginFailed(Reason.UNANSWERED, "Nobody.", "Come.");

  private final InMemoryRefusedLogins memory = new InMemoryRefusedLogins();
  private final MovableClock clock = new MovableClock();
  private final Refusals refusals = new Refusals(memory, clock);

  @Test
  void refusalHoldsForAMinuteEachTime() {
    refusals.remember(SCOPE, denied, false);
    refusals.remember(SCOPE, denied, true);

    assertThat(holds()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void nobodyForThePageOfOneSignInHoldsForAMinute() {
    refusals.remember(SCOPE, nobody, false);

    assertThat(holds()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void nobodyForFourPagesHoldsForFiveMinutes() {
    refusals.remember(SCOPE, nobody, true);

    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(() -> refusals.failWhileOneHolds(SCOPE))
        .withMessage("Nobody.")
        .satisfies(it -> assertThat(it.remedy()).contains("gatepass login", "5 minutes"));
    clock.advance(Duration.ofMillis(1));
    refusals.failWhileOneHolds(SCOPE);
  }

  @Test
  void nobodyAgainAndAgainHoldsTwiceAsLongEachTimeUpToAnHour() {
    refusals.remember(SCOPE, nobody, true);
    refusals.remember(SCOPE, nobody, false);
    assertThat(holds()).isEqualTo(Duration.ofMinutes(10));

    for (int night = 0; night < 5; night++) {
      refusals.remember(SCOPE, nobody, true);
    }

    assertThat(holds()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void signInEndsTheSeries() {
    refusals.remember(SCOPE, nobody, true);
    refusals.forget(SCOPE);
    refusals.remember(SCOPE, nobody, false);

    assertThat(holds()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void signInThatWasGivenUpIsNoRefusal() {
    refusals.remember(SCOPE, new LoginFailed(Reason.ABANDONED, "Ended.", "Again."), true);

    assertThat(memory.latest(SCOPE)).isEmpty();
  }

  private Duration holds() {
    return memory.latest(SCOPE).map(Refusal::holds).orElseThrow();
  }
}
