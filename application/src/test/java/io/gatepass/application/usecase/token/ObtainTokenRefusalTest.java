package io.gatepass.application.usecase.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.RefusedLogins.Refusal;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tools run a failing helper again at once, 27 times in 10 seconds: one browser is enough. */
class ObtainTokenRefusalTest {
  private final SignIns machine = new SignIns();

  @Test
  void toolThatAsksAgainIsToldTheSameReasonWithoutABrowser() {
    givenARefusedLogin();

    for (int i = 0; i < 27; i++) {
      assertThatExceptionOfType(LoginFailed.class)
          .isThrownBy(machine::toolAsks)
          .withMessage("The sign-in was denied.")
          .satisfies(it -> assertThat(it.remedy()).contains("gatepass login"));
    }

    assertThat(machine.browsersOpened()).isOne();
  }

  @Test
  void refusalHoldsForAMinute() {
    givenARefusedLogin();

    machine.clock.advance(Duration.ofSeconds(60).minusMillis(1));
    assertThatExceptionOfType(LoginFailed.class).isThrownBy(machine::toolAsks);
    machine.clock.advance(Duration.ofMillis(1));
    Tier afterAMinute = machine.toolAsks().tier();

    assertThat(afterAMinute).isEqualTo(Tier.LOGIN);
    assertThat(machine.browsersOpened()).isEqualTo(2);
  }

  @Test
  void personMayTryAgainAtOnce() {
    givenARefusedLogin();

    assertThat(machine.personAsks().tier()).isEqualTo(Tier.LOGIN);
  }

  @Test
  void refusalOfAPersonsLoginHoldsForToolsToo() {
    machine.issuer.failLoginsWith(Troubles.denied());
    assertThatExceptionOfType(LoginFailed.class).isThrownBy(machine::personAsks);
    machine.issuer.failLoginsWith(null);

    assertThatExceptionOfType(LoginFailed.class).isThrownBy(machine::toolAsks);

    assertThat(machine.browsersOpened()).isOne();
  }

  @Test
  void refusalIsForgottenAfterALogin() {
    givenARefusedLogin();
    machine.issuer.givesNoRefreshTokens();
    machine.issuer.tokensLive(Duration.ofSeconds(1));
    machine.personAsks();
    machine.clock.advance(Duration.ofSeconds(1));

    assertThat(machine.toolAsks().tier()).isEqualTo(Tier.LOGIN);
    assertThat(machine.refusals.latest(machine.scope)).isEmpty();
  }

  @Test
  void refusalKeepsNobodyFromATokenThatNeedsNoLogin() {
    machine.personAsks();
    machine.refusals.remember(
        machine.scope,
        new Refusal(machine.clock.instant(), "Denied.", Duration.ofMinutes(1), false));

    Tier cached = machine.toolAsks().tier();
    machine.clock.advance(Duration.ofMinutes(50));
    Tier refreshed = machine.toolAsks().tier();

    assertThat(cached).isEqualTo(Tier.CACHE);
    assertThat(refreshed).isEqualTo(Tier.REFRESH);
  }

  @Test
  void refusalFromTheFutureDoesNotHoldBecauseTheClockWasMovedBack() {
    givenARefusedLogin();
    machine.clock.advance(Duration.ofDays(-1));

    assertThat(machine.toolAsks().tier()).isEqualTo(Tier.LOGIN);
  }

  @Test
  void issuerThatDoesNotAnswerHasRefusedNobody() {
    machine.issuer.failLoginsWith(Troubles.issuerDown());
    assertThatExceptionOfType(IssuerUnreachable.class).isThrownBy(machine::toolAsks);
    machine.issuer.failLoginsWith(null);

    assertThat(machine.toolAsks().tier()).isEqualTo(Tier.LOGIN);
  }

  private void givenARefusedLogin() {
    machine.issuer.failLoginsWith(Troubles.denied());
    assertThatExceptionOfType(LoginFailed.class).isThrownBy(machine::toolAsks);
    machine.issuer.failLoginsWith(null);
  }
}
