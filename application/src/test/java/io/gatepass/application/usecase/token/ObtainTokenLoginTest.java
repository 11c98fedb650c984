package io.gatepass.application.usecase.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.LoginRequired;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What sends a user to the browser: only a genuine miss, and only where the policy allows it. */
class ObtainTokenLoginTest {
  private final SignIns machine = new SignIns();

  @Test
  void expiredTokenWithoutARefreshTokenSendsTheUserToTheBrowser() {
    machine.issuer.givesNoRefreshTokens();
    machine.personAsks();
    machine.clock.advance(Duration.ofHours(1));

    Outcome second = machine.toolAsks();

    assertThat(second.tier()).isEqualTo(Tier.LOGIN);
    assertThat(machine.issuer.logins()).isEqualTo(2);
  }

  @Test
  void deadRefreshTokenSendsTheUserToTheBrowser() {
    machine.personAsks();
    machine.issuer.killRefreshTokens();
    machine.clock.advance(Duration.ofHours(1));

    Outcome second = machine.toolAsks();

    assertThat(second.tier()).isEqualTo(Tier.LOGIN);
    assertThat(machine.issuer.refreshes()).isOne();
    assertThat(machine.store.refreshToken(machine.scope)).isPresent();
  }

  @Test
  void deadRefreshTokenIsDeletedBeforeTheLogin() {
    Outcome first = machine.personAsks();
    machine.issuer.killRefreshTokens();
    machine.issuer.failLoginsWith(Troubles.denied());
    machine.clock.advance(Duration.ofHours(1));

    assertThatExceptionOfType(LoginFailed.class).isThrownBy(machine::personAsks);

    assertThat(machine.store.refreshToken(machine.scope)).isEmpty();
    assertThat(machine.store.accessToken(machine.scope)).contains(first.token());
  }

  @Test
  void deadRefreshTokenThatAReadOnlyStoreKeepsIsSaidAndTheUserSignsIn() {
    machine.personAsks();
    machine.issuer.killRefreshTokens();
    machine.store.failWritesWith(Troubles.readOnly());
    machine.clock.advance(Duration.ofHours(1));

    Outcome second = machine.personAsks();

    assertThat(second.tier()).isEqualTo(Tier.LOGIN);
    assertThat(machine.notices.warnings())
        .contains(
            "The stored refresh token is of no use any more: The store is read-only."
                + " Use another.");
  }

  @Test
  void deadRefreshTokenInAStoreThatHasJustBeenLockedOpensNoBrowser() {
    machine.personAsks();
    machine.issuer.killRefreshTokens();
    machine.store.failWritesWith(Troubles.locked());
    machine.clock.advance(Duration.ofHours(1));

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(machine::personAsks)
        .withMessage("The keychain is locked.");

    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void deferredCallAnswersThatALoginIsNeededAndAsksTheIssuerNothing() {
    assertThatExceptionOfType(LoginRequired.class)
        .isThrownBy(machine::deferredAsks)
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.LOGIN_NEEDED))
        .satisfies(it -> assertThat(it.remedy()).contains("gatepass token"));

    assertThat(machine.issuer.logins()).isZero();
    assertThat(machine.issuer.refreshes()).isZero();
    assertThat(machine.notices.progress()).isEmpty();
  }

  @Test
  void deferredCallIsAnsweredFromTheCache() {
    Outcome first = machine.personAsks();

    Outcome second = machine.deferredAsks();

    assertThat(second.tier()).isEqualTo(Tier.CACHE);
    assertThat(second.token()).isEqualTo(first.token());
  }

  @Test
  void deferredCallRefreshes() {
    machine.personAsks();
    machine.clock.advance(Duration.ofHours(1));

    assertThat(machine.deferredAsks().tier()).isEqualTo(Tier.REFRESH);
  }

  @Test
  void deferredCallWithADeadRefreshTokenAnswersThatALoginIsNeeded() {
    machine.personAsks();
    machine.issuer.killRefreshTokens();
    machine.clock.advance(Duration.ofHours(1));

    assertThatExceptionOfType(LoginRequired.class).isThrownBy(machine::deferredAsks);

    assertThat(machine.store.refreshToken(machine.scope)).isEmpty();
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void deferredCallIsServedATokenAboutToExpireRatherThanNone() {
    machine.issuer.givesNoRefreshTokens();
    Outcome first = machine.personAsks();
    machine.clock.advance(Duration.ofMinutes(59));

    Outcome second = machine.deferredAsks();

    assertThat(second.tier()).isEqualTo(Tier.CACHE);
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(machine.notices.warnings()).isEmpty();
  }

  @Test
  void deferredCallIsServedATokenAboutToExpireAlsoWhenTheRefreshTokenIsDead() {
    Outcome first = machine.personAsks();
    machine.issuer.killRefreshTokens();
    machine.clock.advance(Duration.ofMinutes(59));

    Outcome second = machine.deferredAsks();

    assertThat(second.token()).isEqualTo(first.token());
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void abandonedSignInIsSaidToHaveEnded() {
    machine.issuer.failLoginsWith(Troubles.denied());

    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(machine::personAsks)
        .withMessage("The sign-in was denied.");

    assertThat(machine.notices.progress())
        .containsExactly("started https://auth.example.com", "abandoned");
    assertThat(machine.store.refreshToken(machine.scope)).isEmpty();
    assertThat(machine.store.accessToken(machine.scope)).isEmpty();
  }
}
