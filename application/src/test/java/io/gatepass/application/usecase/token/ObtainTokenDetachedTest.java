package io.gatepass.application.usecase.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.LoginsUnderWay.Ending;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sign-in in a process of its own. */
class ObtainTokenDetachedTest {
  private final SignIns machine = new SignIns();

  @BeforeEach
  void processesCanBeStarted() {
    machine.process.doing(this::signIn);
  }

  @Test
  void processSignsTheUserInAndTheCallerFindsTheToken() {
    Outcome outcome = asks();

    assertThat(outcome.tier()).isEqualTo(Tier.CACHE);
    assertThat(outcome.user()).contains("ada@example.com");
    assertThat(machine.store.accessToken(machine.scope)).contains(outcome.token());
    assertThat(machine.process.started()).isOne();
    assertThat(machine.process.independent()).isOne();
    assertThat(machine.attention.wanted()).containsExactly(machine.connection.client().issuer());
  }

  @Test
  void nextCallerNeedsNoProcess() {
    asks();

    assertThat(asks().tier()).isEqualTo(Tier.CACHE);
    assertThat(machine.process.started()).isOne();
  }

  @Test
  void tokenThatHardlyLivesIsServedToWhoWaitedForIt() {
    machine.issuer.tokensLive(Duration.ZERO);

    Outcome outcome = asks();

    assertThat(machine.store.accessToken(machine.scope)).contains(outcome.token());
    assertThat(machine.issuer.logins()).isOne();
    assertThat(machine.issuer.refreshes()).isZero();
  }

  @Test
  void callerSignsInItselfWhereNoProcessCanBeStarted() {
    machine.process.doing(null);

    assertThat(asks().tier()).isEqualTo(Tier.LOGIN);
    assertThat(machine.attention.wanted()).isEmpty();
  }

  @Test
  void callerSignsInItselfWhereTheStoreDoesNotRemember() {
    machine.store.forgetsBecause("It is memory.");

    assertThat(asks().tier()).isEqualTo(Tier.LOGIN);
    assertThat(machine.process.started()).isZero();
  }

  @Test
  void callerSignsInItselfWhereTheProcessCannotUseTheStore() {
    machine.process.doing(() -> {
      try (Turn turn = machine.logins.begin(machine.scope).orElseThrow()) {
        turn.leave(new Ending.Failed(Troubles.locked()));
      }
    });

    assertThat(asks().tier()).isEqualTo(Tier.LOGIN);
    assertThat(machine.process.started()).isOne();
  }

  @Test
  void processOpensNoBrowserWhereItCouldNotKeepTheTokens() {
    machine.store.forgetsBecause("It is read-only.");

    assertThatExceptionOfType(SecretStoreUnavailable.class).isThrownBy(this::signIn);
    assertThat(machine.browsersOpened()).isZero();
  }

  @Test
  void processOpensNoBrowserWhereSomebodyHasJustSignedIn() {
    machine.personAsks();

    signIn();

    assertThat(machine.issuer.logins()).isOne();
    assertThat(machine.logins.ending(machine.scope)).containsInstanceOf(Ending.SignedIn.class);
  }

  @Test
  void processDoesNothingWhereASignInIsUnderWay() {
    try (Turn _ = machine.logins.begin(machine.scope).orElseThrow()) {
      signIn();
    }

    assertThat(machine.browsersOpened()).isZero();
  }

  @Test
  void failureOfTheProcessIsTheCallers() {
    machine.issuer.failLoginsWith(Troubles.issuerDown());
    assertThatExceptionOfType(IssuerUnreachable.class).isThrownBy(this::asks);

    machine.issuer.failLoginsWith(Troubles.denied());
    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(this::asks)
        .withMessage("The sign-in was denied.");
  }

  @Test
  void killedProcessIsReplaced() {
    machine.process.doing(() -> {
      Turn _ = machine.logins.begin(machine.scope).orElseThrow();
      machine.process.doing(this::signIn);
      machine.logins.kill(machine.scope);
    });

    assertThat(asks().tier()).isEqualTo(Tier.CACHE);
    assertThat(machine.process.started()).isEqualTo(2);
  }

  @Test
  void processThatIsKilledEachTimeIsGivenUp() {
    machine.process.doing(() -> {
      Turn _ = machine.logins.begin(machine.scope).orElseThrow();
      machine.logins.kill(machine.scope);
    });

    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(this::asks)
        .withMessageContaining("broken off 3 times");
  }

  private Outcome asks() {
    return machine.newProcess().obtain(machine.byTool().detached());
  }

  private void signIn() {
    machine.detachedSignIn().signIn(new DetachedSignIn.Request(machine.connection));
  }
}
