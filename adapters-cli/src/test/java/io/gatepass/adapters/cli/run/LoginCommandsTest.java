package io.gatepass.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.Connections;
import io.gatepass.application.port.LoginsUnderWay.Page;
import io.gatepass.application.port.LoginsUnderWay.Progress;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code gatepass login}, {@code logout} and {@code status}. */
class LoginCommandsTest {
  private static final CredentialScope SCOPE = Connections.example().scope();

  private final CliFixture cli = new CliFixture();

  @BeforeEach
  void lazySetup() {
    cli.runConnected("setup", "--lazy");
  }

  @Test
  void loginSignsInAndSaysAsWhom() {
    assertThat(cli.run("login")).isZero();
    assertThat(cli.out()).isEqualTo("You are signed in as ada@example.com.\n");

    assertThat(cli.run("login")).isZero();
    assertThat(cli.out())
        .isEqualTo("You are signed in as ada@example.com already; --force signs in anew.\n");
    assertThat(cli.server.logins()).isOne();
  }

  @Test
  void loginByForceSignsInAnew() {
    cli.run("login");

    assertThat(cli.run("login", "--force", "--output", "json")).isZero();
    assertThat(cli.out())
        .isEqualToIgnoringNewLines(
            """
            {
              "signed_in" : true,
              "user" : "ada@example.com",
              "expires_at" : "2026-01-15T10:00:00Z",
              "new" : true
            }
            """);
    assertThat(cli.server.logins()).isEqualTo(2);
  }

  @Test
  void refusedLoginExitsWithFourAndPrintsNoResult() {
    cli.server.failLoginsWith(new LoginFailed("You refused.", "Sign in again."));

    assertThat(cli.run("login")).isEqualTo(4);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).endsWith("You refused.\nSign in again.\n");
  }

  @Test
  void logoutRevokesAndForgets() {
    cli.run("login");

    assertThat(cli.run("logout")).isZero();
    assertThat(cli.out()).isEqualTo("The sign-in is revoked and forgotten.\n");
    assertThat(cli.server.revocations()).isOne();
    assertThat(cli.run("token", "--no-login")).isEqualTo(4);
    assertThat(cli.run("logout", "--output", "json")).isZero();
    assertThat(cli.out()).contains("\"credentials\" : \"forgotten\"");
  }

  @Test
  void statusSaysThatNobodyIsSignedIn() {
    assertThat(cli.run("status")).isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            gateway       https://llm.example.com
            issuer        https://auth.example.com
            signed in     no
            secret store  memory
            """);
  }

  @Test
  void statusSaysWhoIsSignedInAndUntilWhen() {
    cli.run("login");

    cli.run("status");
    assertThat(cli.out())
        .contains("signed in     yes as ada@example.com, token valid until 2026-01-15T10:00:00Z\n");

    cli.clock.advance(Duration.ofHours(1));
    cli.run("status");
    assertThat(cli.out())
        .contains("signed in     yes as ada@example.com, the token is renewed when it is needed\n");
  }

  @Test
  void statusShowsTheAddressOfASignInUnderWay() {
    try (Turn turn = cli.logins.begin(SCOPE).orElseThrow()) {
      turn.publish(
          new Progress(Instant.EPOCH, Optional.of(new Page("https://auth/x", 2, Instant.EPOCH))));

      cli.run("status");
      assertThat(cli.out())
          .endsWith(
              """
              sign-in       under way since 1970-01-01T00:00:00Z
              sign in at    https://auth/x
              """);
      cli.run("status", "--output", "json");
      assertThat(cli.out()).contains("\"url\" : \"https://auth/x\"", "\"shown\" : 2");
    }
  }

  @Test
  void statusOfAStoreThatDoesNotAnswerIsUnknown() {
    cli.tokens.failReadsWith(
        new SecretStoreUnavailable(Reason.LOCKED, "The keychain is locked.", "Unlock it."));

    assertThat(cli.run("status")).isZero();
    assertThat(cli.out()).contains("signed in     unknown: The keychain is locked.\n");
    cli.run("status", "--output", "json");
    assertThat(cli.out())
        .contains("\"signed_in\" : \"unknown\"", "\"reason\" : \"The keychain is locked.\"");
  }

  @Test
  void statusWithoutAConnectionSaysWhatIsMissing() {
    cli.settings.clear();

    assertThat(cli.run("status")).isZero();
    assertThat(cli.out()).startsWith("configured    no: ");
    cli.run("status", "--output", "json");
    assertThat(cli.out()).contains("\"configured\" : false");
  }
}
