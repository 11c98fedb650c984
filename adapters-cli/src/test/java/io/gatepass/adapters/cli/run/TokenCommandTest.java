package io.gatepass.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCommandTest {
  private final CliFixture cli = new CliFixture();

  @BeforeEach
  void lazySetup() {
    cli.runConnected("setup", "--lazy");
  }

  @Test
  void printsTheTokenAndNothingElse() {
    assertThat(cli.run("token")).isZero();
    assertThat(cli.out()).isEqualTo("access-1\n");

    assertThat(cli.run("token")).isZero();
    assertThat(cli.out()).isEqualTo("access-1\n");
    assertThat(cli.err()).isEmpty();
    assertThat(cli.server.logins()).isEqualTo(1);
  }

  @Test
  void jsonHoldsTheTokenAndItsExpiry() {
    assertThat(cli.run("token", "--output", "json")).isZero();
    assertThat(cli.out())
        .isEqualToIgnoringNewLines(
            """
            {
              "access_token" : "access-1",
              "token_type" : "Bearer",
              "expires_at" : "2026-01-15T10:00:00Z"
            }
            """);
  }

  @Test
  void withoutLoginAMissExitsWithFour() {
    assertThat(cli.run("token", "--no-login")).isEqualTo(4);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).contains("Run: gatepass token");
    assertThat(cli.server.logins()).isZero();
  }

  @Test
  void anIssuerInTroubleExitsWithFive() {
    cli.run("token");
    cli.clock.advance(Duration.ofHours(2));
    cli.server.failRequestsWith(new IssuerUnreachable("The issuer is down.", "Try again later."));

    assertThat(cli.run("token")).isEqualTo(5);
    assertThat(cli.err()).isEqualTo("The issuer is down.\nTry again later.\n");
  }

  @Test
  void aTokenStillValidIsPrintedWithAWarningWhenTheIssuerIsInTrouble() {
    cli.run("token");
    cli.clock.advance(Duration.ofMinutes(55));
    cli.server.failRequestsWith(new IssuerUnreachable("The issuer is down.", "Try again later."));

    assertThat(cli.run("token")).isZero();
    assertThat(cli.out()).isEqualTo("access-1\n");
    assertThat(cli.err()).startsWith("Warning: The issuer is down.");
  }

  @Test
  void aLockedStoreExitsWithOneAndItsOwnReason() {
    cli.tokens.failReadsWith(
        new SecretStoreUnavailable(
            SecretStoreUnavailable.Reason.LOCKED, "The keychain is locked.", "Unlock it."));

    assertThat(cli.run("token")).isEqualTo(1);
    assertThat(cli.err()).isEqualTo("The keychain is locked.\nUnlock it.\n");
    assertThat(cli.server.logins()).isZero();
  }

  @Test
  void deniedConsentExitsWithFour() {
    cli.server.failLoginsWith(new LoginFailed("The sign-in was refused.", "Try again."));

    assertThat(cli.run("token")).isEqualTo(4);
  }
}
