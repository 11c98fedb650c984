package io.gatepass.application.usecase.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.FakeAuthorizationServer;
import io.gatepass.application.port.RefusedLogins.Refusal;
import io.gatepass.application.usecase.tool.Setups;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ForgetCredentialsTest {
  private final Setups machine = Setups.withTools();
  private final SignIns signIns = machine.signIns;

  @Test
  void refreshTokenIsRevokedAtTheIssuerAndEverythingForgotten() {
    signIns.personAsks();

    ForgetCredentials.Outcome outcome = forget();

    assertThat(outcome).isEqualTo(ForgetCredentials.Outcome.REVOKED);
    assertThat(signIns.issuer.revocations()).isOne();
    assertNothingIsKept();
    assertThat(signIns.notices.warnings()).isEmpty();
  }

  @Test
  void withoutARefreshTokenTheIssuerIsNotAsked() {
    signIns.issuer.givesNoRefreshTokens();
    signIns.personAsks();

    ForgetCredentials.Outcome outcome = forget();

    assertThat(outcome).isEqualTo(ForgetCredentials.Outcome.FORGOTTEN);
    assertThat(signIns.issuer.revocations()).isZero();
    assertNothingIsKept();
  }

  @Test
  void withoutAConnectionWhatIsStoredIsForgottenAllTheSame() {
    signIns.personAsks();

    ForgetCredentials.Outcome outcome =
        machine.forgetCredentials().forget(new ForgetCredentials.Request(Optional.empty()));

    assertThat(outcome).isEqualTo(ForgetCredentials.Outcome.FORGOTTEN);
    assertNothingIsKept();
  }

  @Test
  void revocationThatFailsIsAWarningAndTheCredentialsAreForgotten() {
    signIns.personAsks();
    signIns.issuer.failRequestsWith(Troubles.issuerDown());

    ForgetCredentials.Outcome outcome = forget();

    assertThat(outcome).isEqualTo(ForgetCredentials.Outcome.FORGOTTEN);
    assertThat(signIns.notices.warnings())
        .containsExactly(
            "The refresh token could not be revoked at the issuer: The issuer does not answer.");
    assertNothingIsKept();
  }

  @Test
  void issuerThatCannotRevokeIsSaid() {
    signIns.personAsks();
    signIns.issuer.cannotRevoke();

    ForgetCredentials.Outcome outcome = forget();

    assertThat(outcome).isEqualTo(ForgetCredentials.Outcome.FORGOTTEN);
    assertThat(signIns.notices.warnings())
        .containsExactly("The issuer has no revocation endpoint; the session ends by itself.");
    assertNothingIsKept();
  }

  @Test
  void refusalIsForgottenToo() {
    signIns.refusals.remember(
        signIns.scope,
        new Refusal(signIns.clock.instant(), "Denied.", Duration.ofMinutes(1), false));

    forget();

    assertThat(signIns.refusals.latest(signIns.scope)).isEmpty();
  }

  @Test
  void nameOfTheUserIsForgottenToo() {
    signIns.personAsks();

    forget();

    assertThat(signIns.users.find(signIns.scope)).isEmpty();
  }

  @Test
  void signInUnderWayIsEndedFirst() throws Exception {
    signIns.issuer.setUser(FakeAuthorizationServer::staysAway);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> underWay = threads.submit(signIns::personAsks);
      while (signIns.issuer.pages() == 0) {
        Thread.onSpinWait();
      }

      forget();

      assertThat(underWay)
          .failsWithin(Duration.ofSeconds(60))
          .withThrowableThat()
          .withMessageContaining("given up");
    }
    assertNothingIsKept();
    assertThat(signIns.refusals.latest(signIns.scope)).isEmpty();
  }

  @Test
  void storeThatCannotBeEmptiedIsAFailure() {
    signIns.personAsks();
    signIns.store.failWritesWith(Troubles.locked());

    assertThatExceptionOfType(SecretStoreUnavailable.class).isThrownBy(this::forget);
  }

  private ForgetCredentials.Outcome forget() {
    return machine
        .forgetCredentials()
        .forget(new ForgetCredentials.Request(Optional.of(signIns.connection)));
  }

  private void assertNothingIsKept() {
    assertThat(signIns.store.accessToken(signIns.scope)).isEmpty();
    assertThat(signIns.store.refreshToken(signIns.scope)).isEmpty();
  }
}
