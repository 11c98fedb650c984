package io.gatepass.application.usecase.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Trouble with the issuer or the secret store never opens a browser. */
class ObtainTokenTroubleTest {
  private final SignIns machine = new SignIns();

  @Test
  void unreachableIssuerIsNoReasonToWithholdATokenThatHasNotExpired() {
    Outcome first = machine.personAsks();
    machine.issuer.failRequestsWith(Troubles.issuerDown());
    machine.clock.advance(Duration.ofMinutes(59));

    Outcome second = machine.toolAsks();

    assertThat(second.token()).isEqualTo(first.token());
    assertThat(second.tier()).isEqualTo(Tier.CACHE);
    assertThat(machine.notices.warnings())
        .containsExactly("The issuer does not answer. Using the token that is still valid.");
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void unreachableIssuerFailsTheCallOnceTheTokenHasExpired() {
    machine.personAsks();
    machine.issuer.failRequestsWith(Troubles.issuerDown());
    machine.clock.advance(Duration.ofHours(1));

    assertThatExceptionOfType(IssuerUnreachable.class)
        .isThrownBy(machine::personAsks)
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.UNREACHABLE));

    assertThat(machine.issuer.logins()).isOne();
    assertThat(machine.notices.warnings()).isEmpty();
  }

  @Test
  void refreshTokenOutlivesAnOutageOfTheIssuer() {
    machine.personAsks();
    machine.issuer.failRequestsWith(Troubles.issuerDown());
    machine.clock.advance(Duration.ofHours(1));
    assertThatExceptionOfType(IssuerUnreachable.class).isThrownBy(machine::toolAsks);
    machine.issuer.failRequestsWith(null);

    assertThat(machine.toolAsks().tier()).isEqualTo(Tier.REFRESH);
  }

  @Test
  void unexpiredTokenIsServedAlsoWhenALoginCannotReachTheIssuer() {
    machine.issuer.givesNoRefreshTokens();
    Outcome first = machine.personAsks();
    machine.issuer.failLoginsWith(Troubles.issuerDown());
    machine.clock.advance(Duration.ofMinutes(59));

    Outcome second = machine.toolAsks();

    assertThat(second.token()).isEqualTo(first.token());
    assertThat(machine.notices.warnings()).hasSize(1);
  }

  @Test
  void clientThatTheIssuerRefusesOpensNoBrowser() {
    Outcome first = machine.personAsks();
    machine.issuer.failRequestsWith(Troubles.clientRefused());

    machine.clock.advance(Duration.ofMinutes(59));
    Outcome second = machine.toolAsks();
    machine.clock.advance(Duration.ofMinutes(1));

    assertThat(second.token()).isEqualTo(first.token());
    assertThatExceptionOfType(InvalidSettings.class).isThrownBy(machine::toolAsks);
    assertThat(machine.issuer.logins()).isOne();
    assertThat(machine.store.refreshToken(machine.scope)).isPresent();
  }

  @Test
  void signInThatCannotEvenBeginRefusesNobody() {
    machine.issuer.failLoginsWith(Troubles.clientRefused());

    assertThatExceptionOfType(InvalidSettings.class).isThrownBy(machine::toolAsks);

    assertThat(machine.refusals.latest(machine.scope)).isEmpty();
    assertThat(machine.notices.progress()).endsWith("abandoned");
  }

  @Test
  void deferredCallFailsAsAnyOtherWhenTheIssuerIsUnreachable() {
    machine.personAsks();
    machine.issuer.failRequestsWith(Troubles.issuerDown());
    machine.clock.advance(Duration.ofHours(1));

    assertThatExceptionOfType(IssuerUnreachable.class).isThrownBy(machine::deferredAsks);
  }

  @Test
  void lockedStoreFailsTheCallWithItsOwnReason() {
    machine.personAsks();
    machine.store.failReadsWith(Troubles.locked());

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(machine::personAsks)
        .withMessage("The keychain is locked.");

    assertThat(machine.issuer.logins()).isOne();
    assertThat(machine.issuer.refreshes()).isZero();
  }

  @Test
  void lockedStoreIsNotTakenForAnEmptyOne() {
    machine.store.failReadsWith(Troubles.locked());

    assertThatExceptionOfType(SecretStoreUnavailable.class).isThrownBy(machine::toolAsks);

    assertThat(machine.browsersOpened()).isZero();
  }

  @Test
  void tokenInMemoryIsServedWhileTheStoreIsLockedUntilItExpires() {
    ObtainToken process = machine.newProcess();
    Outcome first = process.obtain(machine.byPerson());
    machine.store.failReadsWith(Troubles.locked());

    machine.clock.advance(Duration.ofMinutes(59));
    Outcome second = process.obtain(machine.byTool());
    machine.clock.advance(Duration.ofMinutes(1));

    assertThat(second.token()).isEqualTo(first.token());
    assertThat(second.tier()).isEqualTo(Tier.MEMORY);
    assertThat(machine.notices.warnings())
        .containsExactly("The keychain is locked. Using the token that is still valid.");
    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> process.obtain(machine.byTool()));
  }

  @Test
  void cachedTokenIsServedWhileOnlyTheRefreshTokenIsLockedAway() {
    Outcome first = machine.personAsks();
    machine.store.failRefreshTokenReadsWith(Troubles.locked());
    machine.clock.advance(Duration.ofMinutes(59));

    Outcome eager = machine.toolAsks();
    Outcome deferred = machine.deferredAsks();

    assertThat(eager.token()).isEqualTo(first.token());
    assertThat(eager.tier()).isEqualTo(Tier.CACHE);
    assertThat(deferred.token()).isEqualTo(first.token());
    assertThat(machine.notices.warnings()).hasSize(2);
  }

  @Test
  void refreshTokenThatIsLockedAwayOpensNoBrowser() {
    machine.personAsks();
    machine.store.failRefreshTokenReadsWith(Troubles.locked());
    machine.clock.advance(Duration.ofHours(1));

    assertThatExceptionOfType(SecretStoreUnavailable.class).isThrownBy(machine::toolAsks);

    assertThat(machine.issuer.logins()).isOne();
  }
}
