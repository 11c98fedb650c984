package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.gateway.CredentialScope;
import org.junit.jupiter.api.Test;

/** What every {@link SignedInUsers} does. Each test starts with nobody known. */
public abstract class SignedInUsersContract {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");
  private static final CredentialScope OTHER = new CredentialScope("fedcba9876543210");

  /** What is under test, or a further handle on the same memory. */
  protected abstract SignedInUsers users();

  @Test
  protected void nobodyIsKnownAtFirst() {
    assertThat(users().find(SCOPE)).isEmpty();
  }

  @Test
  protected void nameIsKeptToTheLetter() {
    users().remember(SCOPE, "Zoë \"Z\" O'Neil <zoe@example.com>");

    assertThat(users().find(SCOPE)).contains("Zoë \"Z\" O'Neil <zoe@example.com>");
    assertThat(users().find(OTHER)).isEmpty();
  }

  @Test
  protected void nextNameTakesThePlaceOfTheOneBefore() {
    users().remember(SCOPE, "ada@example.com");
    users().remember(SCOPE, "bob@example.com");

    assertThat(users().find(SCOPE)).contains("bob@example.com");
  }

  @Test
  protected void everyNameIsForgotten() {
    users().remember(SCOPE, "ada@example.com");
    users().remember(OTHER, "bob@example.com");

    users().forgetAll();
    users().forgetAll();

    assertThat(users().find(SCOPE)).isEmpty();
    assertThat(users().find(OTHER)).isEmpty();
  }
}
