package io.gatepass.application.usecase.handout;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.InMemoryHandOuts;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Request;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.application.usecase.token.SignIns;
import io.gatepass.domain.failure.IssuerUnreachable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A tool that asks again at once has seen the gateway turn its token down. */
final class HandOutTokenTest {
  private static final Duration MINUTES = Duration.ofMinutes(5);
  private static final Duration SECONDS = Duration.ofSeconds(3);

  private final SignIns machine = new SignIns();
  private final InMemoryHandOuts handOuts = new InMemoryHandOuts();

  private Outcome asks(Request request) {
    return new HandOutToken(machine.newProcess(), machine.store, handOuts, machine.clock)
        .handOut(request);
  }

  /** Minutes after a sign-in a tool has got the cached token. */
  private Outcome handedOut() {
    asks(machine.byTool());
    machine.clock.advance(MINUTES);
    return asks(machine.byTool());
  }

  @Test
  void toolThatAsksAgainWithinSecondsGetsARenewedToken() {
    Outcome turnedDown = handedOut();
    machine.clock.advance(SECONDS);

    Outcome next = asks(machine.byTool());

    assertThat(turnedDown.tier()).isEqualTo(Tier.CACHE);
    assertThat(next.tier()).isEqualTo(Tier.REFRESH);
    assertThat(next.token().value()).isNotEqualTo(turnedDown.token().value());
    assertThat(machine.issuer.refreshes()).isOne();
  }

  @Test
  void toolThatGoesOnAskingGetsNoThirdTokenWithinAMinute() {
    Instant start = machine.clock.instant();
    handedOut();
    while (Duration.between(start, machine.clock.instant()).compareTo(MINUTES.plusSeconds(55))
        < 0) {
      machine.clock.advance(SECONDS);
      asks(machine.byTool());
    }

    assertThat(machine.issuer.refreshes()).isOne();
  }

  @Test
  void aQuarterOfAMinuteLaterItIsAnOrdinaryCall() {
    Outcome first = handedOut();
    machine.clock.advance(Duration.ofSeconds(15));

    assertThat(asks(machine.byTool()).token()).isEqualTo(first.token());
    assertThat(machine.issuer.refreshes()).isZero();
  }

  @Test
  void anotherToolHasNotTriedTheToken() {
    Outcome first = handedOut();
    machine.clock.advance(SECONDS);
    handOuts.askedBy("another tool");

    assertThat(asks(machine.byTool()).token()).isEqualTo(first.token());
  }

  @Test
  void tokenThatWasJustGivenIsNotSuspected() {
    Outcome fresh = asks(machine.byTool());
    machine.clock.advance(SECONDS);

    assertThat(asks(machine.byTool()).token()).isEqualTo(fresh.token());
    assertThat(machine.issuer.refreshes()).isZero();
  }

  @Test
  void personMayLookAtATokenAsOftenAsTheyLike() {
    Outcome first = handedOut();
    machine.clock.advance(SECONDS);

    assertThat(asks(machine.byPerson()).token()).isEqualTo(first.token());
  }

  @Test
  void withoutARefreshTokenNobodyIsAskedToSignInOnAGuess() {
    Outcome first = handedOut();
    machine.store.deleteRefreshToken(machine.scope);
    machine.clock.advance(SECONDS);

    assertThat(asks(machine.byTool()).token()).isEqualTo(first.token());
    assertThat(machine.browsersOpened()).isOne();
  }

  @Test
  void issuerInTroubleIsAskedOnceAMinuteAndTheTokenServedWithAWarning() {
    Outcome first = handedOut();
    machine.issuer.failRequestsWith(
        new IssuerUnreachable("The issuer is down.", "Try again later."));
    machine.clock.advance(SECONDS);

    assertThat(asks(machine.byTool()).token()).isEqualTo(first.token());
    machine.clock.advance(SECONDS);
    assertThat(asks(machine.byTool()).token()).isEqualTo(first.token());
    assertThat(machine.notices.warnings()).hasSize(1);
  }

  @Test
  void clockThatWasPutBackRaisesNoSuspicion() {
    handedOut();
    machine.clock.advance(SECONDS.negated());

    assertThat(asks(machine.byTool()).tier()).isEqualTo(Tier.CACHE);
  }
}
