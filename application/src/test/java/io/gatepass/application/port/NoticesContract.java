package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.oauth.Issuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Notices} does. */
public abstract class NoticesContract {
  private static final Issuer ISSUER = Issuer.parse("https://auth.example.com/realms/acme");
  private static final String URL =
      "https://auth.example.com/authorize?client_id=gatepass&scope=openid%20offline_access&state="
          + "x".repeat(400);

  /** What is under test; the same one at every call within a test. */
  protected abstract Notices notices();

  /** All that a person has seen so far. */
  protected abstract String said();

  /** No test leaves a sign-in under way. */
  @AfterEach
  protected void abandon() {
    notices().signInAbandoned();
  }

  @Test
  protected void warningsAreSaidToTheLetterAndInOrder() {
    notices().warning("The 1st of 2 % \\n {} things.");
    notices().warning("The second.");

    assertThat(said()).containsSubsequence("The 1st of 2 % \\n {} things.", "The second.");
  }

  @Test
  protected void warningDuringASignInIsSaidAtOnce() {
    notices().signInStarted(ISSUER);

    notices().warning("The keychain is locked.");

    assertThat(said()).contains("The keychain is locked.");
  }

  @Test
  protected void addressToSignInAtIsSaidInOnePiece() {
    notices().signInStarted(ISSUER);

    notices().authorizationUrl(URL);

    assertThat(said()).contains(URL);
  }

  @Test
  protected void signInIsSaidToBeginAtItsIssuerAndToBeDoneByItsUser() {
    notices().signInStarted(ISSUER);
    notices().signInFinished("ada@example.com");

    assertThat(said()).containsSubsequence(ISSUER.value(), "ada@example.com");
  }

  @Test
  protected void userWithoutANameHasSignedInAllTheSame() {
    notices().signInStarted(ISSUER);
    String before = said();

    notices().signInFinished("");

    assertThat(said()).startsWith(before).hasSizeGreaterThan(before.length());
  }

  @Test
  protected void nextSignInMayBeginWhenOneWasAbandoned() {
    notices().signInStarted(ISSUER);
    notices().signInAbandoned();

    notices().signInStarted(ISSUER);
    notices().signInFinished("ada@example.com");

    assertThat(said()).contains("ada@example.com");
  }

  @Test
  protected void numberOfToolsIsSaid() {
    notices().toolsFound(7);

    assertThat(said()).contains("7");
  }
}
