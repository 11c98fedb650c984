package io.gatepass.application.usecase.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tokens that the store does not take. */
class ObtainTokenUnsavedTest {
  private final SignIns machine = new SignIns();

  @Test
  void signInThatCannotBeSavedGivesItsTokenAndIsSaidNotToBeRemembered() {
    machine.store.failWritesWith(Troubles.readOnly());

    Outcome outcome = machine.personAsks();

    assertThat(outcome.tier()).isEqualTo(Tier.LOGIN);
    assertThat(machine.notices.warnings())
        .containsExactly(
            "The sign-in will not be remembered: The store is read-only. Use another.");
  }

  @Test
  void signInThatCannotBeSavedLastsAsLongAsTheProcess() {
    machine.store.failWritesWith(Troubles.readOnly());
    ObtainToken process = machine.newProcess();
    process.obtain(machine.byPerson());

    Tier atOnce = process.obtain(machine.byTool()).tier();
    machine.clock.advance(Duration.ofDays(1));
    Tier nextDay = process.obtain(machine.byTool()).tier();
    machine.clock.advance(Duration.ofDays(1));
    Tier dayAfter = process.obtain(machine.byTool()).tier();

    assertThat(atOnce).isEqualTo(Tier.MEMORY);
    assertThat(nextDay).isEqualTo(Tier.REFRESH);
    assertThat(dayAfter).isEqualTo(Tier.REFRESH);
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void storeThatForgetsIsSaidOnceAtTheSignIn() {
    machine.store.forgetsBecause("Tokens are kept in memory only.");
    ObtainToken process = machine.newProcess();

    process.obtain(machine.byPerson());
    machine.clock.advance(Duration.ofDays(1));
    Tier second = process.obtain(machine.byPerson()).tier();

    assertThat(second).isEqualTo(Tier.REFRESH);
    assertThat(machine.notices.warnings())
        .containsExactly("The sign-in will not be remembered: Tokens are kept in memory only.");
  }

  @Test
  void rotatedRefreshTokenThatCannotBeSavedIsSaidToEndTheSignInSoon() {
    machine.personAsks();
    machine.store.failWritesWith(Troubles.locked());
    machine.clock.advance(Duration.ofHours(1));

    Outcome outcome = machine.toolAsks();

    assertThat(outcome.tier()).isEqualTo(Tier.REFRESH);
    assertThat(machine.notices.warnings())
        .containsExactly(
            "The renewed sign-in could not be stored, so you may have to sign in again soon:"
                + " The keychain is locked. Unlock it.");
  }

  @Test
  void accessTokenThatCannotBeSavedCostsNobodyASignIn() {
    machine.personAsks();
    machine.issuer.givesNoRefreshTokens();
    machine.store.failWritesWith(Troubles.locked());
    machine.clock.advance(Duration.ofHours(1));

    Tier first = machine.toolAsks().tier();
    Tier second = machine.toolAsks().tier();

    assertThat(first).isEqualTo(Tier.REFRESH);
    assertThat(second).isEqualTo(Tier.REFRESH);
    assertThat(machine.notices.warnings())
        .containsOnly("The renewed token could not be stored: The keychain is locked. Unlock it.");
  }

  @Test
  void laterTokenOfTheProcessIsServedInTroubleRatherThanTheStoredOne() {
    ObtainToken process = machine.newProcess();
    process.obtain(machine.byPerson());
    machine.store.failWritesWith(Troubles.locked());
    machine.clock.advance(Duration.ofMinutes(50));
    Outcome unsaved = process.obtain(machine.byTool());
    machine.issuer.failRequestsWith(Troubles.issuerDown());
    machine.clock.advance(Duration.ofMinutes(55));

    Outcome served = process.obtain(machine.byTool());

    assertThat(served.token()).isEqualTo(unsaved.token());
    assertThat(served.tier()).isEqualTo(Tier.MEMORY);
  }

  @Test
  void rotatedRefreshTokenThatCouldNotBeSavedIsSavedWithTheNextOne() {
    ObtainToken process = machine.newProcess();
    process.obtain(machine.byPerson());
    machine.store.failWritesWith(Troubles.locked());
    machine.clock.advance(Duration.ofHours(1));
    process.obtain(machine.byTool());
    machine.store.failWritesWith(null);
    machine.issuer.givesNoRefreshTokens();
    machine.clock.advance(Duration.ofHours(1));

    Tier here = process.obtain(machine.byTool()).tier();
    machine.clock.advance(Duration.ofHours(1));
    Tier elsewhere = machine.toolAsks().tier();

    assertThat(here).isEqualTo(Tier.REFRESH);
    assertThat(elsewhere).isEqualTo(Tier.REFRESH);
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void signInOfAnotherProcessTakesThePlaceOfWhatCouldNotBeSaved() {
    ObtainToken process = machine.newProcess();
    machine.store.failWritesWith(Troubles.locked());
    process.obtain(machine.byPerson());
    machine.store.failWritesWith(null);
    machine.clock.advance(Duration.ofHours(1));
    machine.issuer.killRefreshTokens();
    Outcome elsewhere = machine.personAsks();

    Outcome cached = process.obtain(machine.byTool());
    machine.clock.advance(Duration.ofHours(1));
    Outcome refreshed = process.obtain(machine.byTool());

    assertThat(cached.token()).isEqualTo(elsewhere.token());
    assertThat(refreshed.tier()).isEqualTo(Tier.REFRESH);
  }

  @Test
  void unsavedRefreshTokenThatIsDeadSendsTheUserToTheBrowser() {
    machine.store.failWritesWith(Troubles.locked());
    ObtainToken process = machine.newProcess();
    process.obtain(machine.byPerson());
    machine.issuer.killRefreshTokens();
    machine.clock.advance(Duration.ofHours(1));

    assertThat(process.obtain(machine.byPerson()).tier()).isEqualTo(Tier.LOGIN);
  }
}
