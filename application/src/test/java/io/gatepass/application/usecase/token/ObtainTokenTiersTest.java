package io.gatepass.application.usecase.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.usecase.token.ObtainToken.Caller;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Request;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.gateway.GatewayUrl;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The four tiers and the refresh window; tokens of an hour unless a test says otherwise. */
class ObtainTokenTiersTest {
  private final SignIns machine = new SignIns();

  @Test
  void firstCallSignsTheUserInAndKeepsTheTokens() {
    Outcome outcome = machine.personAsks();

    assertThat(outcome.tier()).isEqualTo(Tier.LOGIN);
    assertThat(outcome.user()).contains("ada@example.com");
    assertThat(machine.store.accessToken(machine.scope)).contains(outcome.token());
    assertThat(machine.store.refreshToken(machine.scope)).isPresent();
    assertThat(machine.notices.progress())
        .containsExactly("started https://auth.example.com", "finished ada@example.com");
    assertThat(machine.notices.warnings()).isEmpty();
  }

  @Test
  void authorizationPageIsShownInTheWayTheCallerAsksFor() {
    ObtainToken process = machine.newProcess();

    process.obtain(
        new Request(
            machine.connection, LoginPolicy.EAGER, LoginChannel.PRINTED_URL, Caller.PERSON));

    assertThat(machine.issuer.channel()).contains(LoginChannel.PRINTED_URL);
  }

  @Test
  void nextCallOfTheSameProcessIsAnsweredFromItsMemoryWithoutTheStore() {
    ObtainToken process = machine.newProcess();
    Outcome first = process.obtain(machine.byPerson());
    machine.store.failReadsWith(Troubles.locked());

    Outcome second = process.obtain(machine.byPerson());

    assertThat(second.tier()).isEqualTo(Tier.MEMORY);
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(machine.notices.warnings()).isEmpty();
  }

  @Test
  void anotherProcessIsAnsweredFromTheCacheWithoutTheIssuer() {
    Outcome first = machine.personAsks();

    Outcome second = machine.toolAsks();

    assertThat(second.tier()).isEqualTo(Tier.CACHE);
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(second.user()).isEmpty();
    assertThat(machine.issuer.logins()).isOne();
    assertThat(machine.issuer.refreshes()).isZero();
  }

  @Test
  void tokenFoundInTheCacheIsHeldInMemory() {
    machine.personAsks();
    ObtainToken process = machine.newProcess();
    process.obtain(machine.byTool());
    machine.store.failReadsWith(Troubles.locked());

    Outcome second = process.obtain(machine.byTool());

    assertThat(second.tier()).isEqualTo(Tier.MEMORY);
  }

  @Test
  void tokenIsServedUntilTenMinutesBeforeItsEnd() {
    Outcome first = machine.personAsks();
    machine.clock.advance(Duration.ofMinutes(50).minusMillis(1));

    Outcome second = machine.toolAsks();

    assertThat(second.tier()).isEqualTo(Tier.CACHE);
    assertThat(second.token()).isEqualTo(first.token());
  }

  @Test
  void tokenInItsRefreshWindowIsRefreshedWithoutABrowser() {
    Outcome first = machine.personAsks();
    machine.clock.advance(Duration.ofMinutes(50));

    Outcome second = machine.toolAsks();

    assertThat(second.tier()).isEqualTo(Tier.REFRESH);
    assertThat(second.token()).isNotEqualTo(first.token());
    assertThat(machine.store.accessToken(machine.scope)).contains(second.token());
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void windowOfAShortLivedTokenIsAThirdOfItsLife() {
    machine.issuer.tokensLive(Duration.ofSeconds(60));
    machine.personAsks();

    machine.clock.advance(Duration.ofSeconds(39));
    Tier before = machine.toolAsks().tier();
    machine.clock.advance(Duration.ofSeconds(1));
    Tier within = machine.toolAsks().tier();

    assertThat(before).isEqualTo(Tier.CACHE);
    assertThat(within).isEqualTo(Tier.REFRESH);
  }

  @Test
  void processThatRunsOnRefreshesWhatItHolds() {
    ObtainToken process = machine.newProcess();
    process.obtain(machine.byPerson());
    machine.clock.advance(Duration.ofHours(2));

    Outcome second = process.obtain(machine.byTool());

    assertThat(second.tier()).isEqualTo(Tier.REFRESH);
    assertThat(process.obtain(machine.byTool()).tier()).isEqualTo(Tier.MEMORY);
  }

  @Test
  void rotatedRefreshTokenTakesThePlaceOfTheOldOne() {
    machine.personAsks();

    for (int day = 0; day < 3; day++) {
      machine.clock.advance(Duration.ofDays(1));
      assertThat(machine.toolAsks().tier()).isEqualTo(Tier.REFRESH);
    }

    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void refreshTokenStaysInUseWhereTheIssuerGivesNoOther() {
    machine.personAsks();
    machine.issuer.givesNoRefreshTokens();

    for (int day = 0; day < 3; day++) {
      machine.clock.advance(Duration.ofDays(1));
      assertThat(machine.toolAsks().tier()).isEqualTo(Tier.REFRESH);
    }

    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void tokenThatLivesForNoTimeIsRefreshedAtTheNextCallWithoutABrowser() {
    machine.issuer.tokensLive(Duration.ZERO);

    Tier first = machine.personAsks().tier();
    Tier second = machine.toolAsks().tier();
    Tier third = machine.toolAsks().tier();

    assertThat(first).isEqualTo(Tier.LOGIN);
    assertThat(second).isEqualTo(Tier.REFRESH);
    assertThat(third).isEqualTo(Tier.REFRESH);
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void tokenFromTheFutureIsRefreshedBecauseTheClockWasMovedBack() {
    ObtainToken process = machine.newProcess();
    process.obtain(machine.byPerson());
    machine.clock.advance(Duration.ofDays(-1));

    Outcome refreshed = process.obtain(machine.byTool());

    assertThat(refreshed.tier()).isEqualTo(Tier.REFRESH);
    assertThat(refreshed.token().issuedAt()).isEqualTo(machine.clock.instant());
    assertThat(process.obtain(machine.byTool()).tier()).isEqualTo(Tier.MEMORY);
    assertThat(machine.toolAsks().token()).isEqualTo(refreshed.token());
  }

  @Test
  void tokenThatTheGatewayTurnedAwayIsRefreshedAndNotGivenOutAgain() {
    ObtainToken process = machine.newProcess();
    Outcome turnedAway = process.obtain(machine.byPerson());

    Outcome other = process.obtain(machine.byTool().otherThan(turnedAway.token()));

    assertThat(other.tier()).isEqualTo(Tier.REFRESH);
    assertThat(other.token()).isNotEqualTo(turnedAway.token());
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void tokenThatTookThePlaceOfTheOneTurnedAwayIsServedWithoutTheIssuer() {
    ObtainToken process = machine.newProcess();
    Outcome turnedAway = process.obtain(machine.byPerson());
    Outcome other = machine.newProcess().obtain(machine.byTool().otherThan(turnedAway.token()));

    Outcome again = process.obtain(machine.byTool().otherThan(turnedAway.token()));

    assertThat(again.token()).isEqualTo(other.token());
    assertThat(again.tier()).isEqualTo(Tier.CACHE);
    assertThat(machine.issuer.refreshes()).isOne();
  }

  @Test
  void tokenThatTheGatewayTurnedAwayIsBetterThanNoneWhileTheIssuerIsDown() {
    ObtainToken process = machine.newProcess();
    Outcome turnedAway = process.obtain(machine.byPerson());
    machine.issuer.failRequestsWith(Troubles.issuerDown());

    Outcome served = process.obtain(machine.byTool().otherThan(turnedAway.token()));

    assertThat(served.token()).isEqualTo(turnedAway.token());
    assertThat(machine.notices.warnings()).hasSize(1);
  }

  @Test
  void anotherGatewayHasTokensOfItsOwn() {
    ObtainToken process = machine.newProcess();
    Outcome first = process.obtain(machine.byPerson());
    Connection there = withGateway("https://other.example.com");

    Outcome second =
        process.obtain(new Request(there, LoginPolicy.EAGER, LoginChannel.BROWSER, Caller.PERSON));

    assertThat(second.tier()).isEqualTo(Tier.LOGIN);
    assertThat(second.token()).isNotEqualTo(first.token());
    assertThat(process.obtain(machine.byPerson()).token()).isEqualTo(first.token());
  }

  private Connection withGateway(String gateway) {
    Connection here = machine.connection;
    return new Connection(
        GatewayUrl.parse(gateway),
        here.client(),
        here.callbackPort(),
        here.proxy(),
        here.tls(),
        here.anthropic());
  }
}
