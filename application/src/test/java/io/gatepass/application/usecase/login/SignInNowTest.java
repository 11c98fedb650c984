package io.gatepass.application.usecase.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.usecase.token.SignIns;
import io.gatepass.domain.failure.LoginFailed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SignInNowTest {
  private final SignIns machine = new SignIns();

  private SignInNow.Outcome signIn(boolean anew) {
    return new SignInNow(machine.newProcess(), machine.users)
        .signIn(new SignInNow.Request(machine.connection, LoginChannel.BROWSER, anew));
  }

  @Test
  void signsAPersonInAndSaysWhoAndForHowLong() {
    SignInNow.Outcome outcome = signIn(false);

    assertThat(outcome.isNew()).isTrue();
    assertThat(outcome.user()).hasValue("ada@example.com");
    assertThat(outcome.expiresAt()).isEqualTo(machine.clock.instant().plus(Duration.ofHours(1)));
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void whoIsSignedInStaysSo() {
    signIn(false);

    SignInNow.Outcome again = signIn(false);

    assertThat(again.isNew()).isFalse();
    assertThat(again.user()).hasValue("ada@example.com");
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void expiredTokenIsRenewedWithoutABrowser() {
    signIn(false);
    machine.clock.advance(Duration.ofHours(1));

    assertThat(signIn(false).isNew()).isFalse();
    assertThat(machine.issuer.logins()).isOne();
    assertThat(machine.issuer.refreshes()).isOne();
  }

  @Test
  void anewMeansAnew() {
    signIn(false);

    assertThat(signIn(true).isNew()).isTrue();
    assertThat(machine.issuer.logins()).isEqualTo(2);
  }

  @Test
  void refusalOfAMomentAgoDoesNotKeepAPersonFromTryingAgain() {
    machine.issuer.failLoginsWith(new LoginFailed("You refused.", "Sign in again."));
    assertThatExceptionOfType(LoginFailed.class).isThrownBy(() -> signIn(false));
    machine.issuer.failLoginsWith(null);

    assertThat(signIn(false).isNew()).isTrue();
  }
}
