package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gatepass.domain.oauth.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every writable {@link SecretStore} does. Each test starts with an empty store. */
public abstract class SecretStoreContract {
  private static final String REFRESH = "gatepass/0123456789abcdef/refresh";
  private static final String ACCESS = "gatepass/0123456789abcdef/access";
  private static final String OTHER_SCOPE = "gatepass/fedcba9876543210/refresh";

  /** The store under test; the same one at every call within a test. */
  protected abstract SecretStore store();

  /**
   * A further handle on the same secrets, as another process would open it; the same store again
   * where secrets do not leave the process.
   */
  protected abstract SecretStore sameSecrets();

  @Test
  protected void nothingIsFoundInAnEmptyStore() {
    assertThat(store().get(REFRESH)).isEmpty();
    assertThat(store().list("")).isEmpty();
  }

  @Test
  protected void whatWasPutIsFound() {
    store().put(REFRESH, Secret.of("r-1"));

    assertThat(store().get(REFRESH)).contains(Secret.of("r-1"));
    assertThat(sameSecrets().get(REFRESH)).contains(Secret.of("r-1"));
  }

  @Test
  protected void aNewSecretTakesThePlaceOfTheOldOne() {
    store().put(REFRESH, Secret.of("r-1"));

    store().put(REFRESH, Secret.of("r-2"));

    assertThat(store().get(REFRESH)).contains(Secret.of("r-2"));
    assertThat(store().list("gatepass/")).containsExactly(REFRESH);
  }

  @Test
  protected void aShortSecretReplacesALongOneAndBack() {
    Secret longOne = random(16 * 1024);
    store().put(REFRESH, longOne);

    store().put(REFRESH, Secret.of("short"));
    assertThat(store().get(REFRESH)).contains(Secret.of("short"));

    store().put(REFRESH, longOne);
    assertThat(store().get(REFRESH)).contains(longOne);
  }

  @Test
  protected void secretsDoNotMix() {
    store().put(REFRESH, Secret.of("r"));
    store().put(ACCESS, Secret.of("a"));
    store().put(OTHER_SCOPE, Secret.of("o"));

    assertThat(store().get(REFRESH)).contains(Secret.of("r"));
    assertThat(store().get(ACCESS)).contains(Secret.of("a"));
    assertThat(store().get(OTHER_SCOPE)).contains(Secret.of("o"));
  }

  @Test
  protected void keysAreListedByPrefixInOrder() {
    store().put(OTHER_SCOPE, Secret.of("o"));
    store().put(REFRESH, Secret.of("r"));
    store().put(ACCESS, random(5_000));

    assertThat(store().list("gatepass/0123456789abcdef/")).containsExactly(ACCESS, REFRESH);
    assertThat(store().list("gatepass/")).containsExactly(ACCESS, REFRESH, OTHER_SCOPE);
    assertThat(store().list("gatepass/9")).isEmpty();
  }

  @Test
  protected void aDeletedSecretIsGone() {
    store().put(REFRESH, random(9_000));
    store().put(ACCESS, Secret.of("a"));

    store().delete(REFRESH);

    assertThat(store().get(REFRESH)).isEmpty();
    assertThat(sameSecrets().get(REFRESH)).isEmpty();
    assertThat(store().list("gatepass/")).containsExactly(ACCESS);
  }

  @Test
  protected void deletingWhatIsNotThereIsFine() {
    assertThatCode(() -> store().delete(REFRESH)).doesNotThrowAnyException();
  }

  @Test
  protected void everyLengthToSixteenKibibytesRoundTrips() {
    for (int length : new int[] {1, 2_559, 2_560, 2_561, 5_120, 8_191, 8_192, 8_193, 16_384}) {
      Secret secret = random(length);

      store().put(REFRESH, secret);

      assertThat(sameSecrets().get(REFRESH)).as("%d bytes", length).contains(secret);
    }
  }

  @Test
  protected void everyCharacterRoundTrips() {
    Secret secret = Secret.of("ä→\uD83D\uDD11 \t\"\\'$%\r\n end ");

    store().put(REFRESH, secret);

    assertThat(store().get(REFRESH)).contains(secret);
  }

  @Test
  protected void aCharacterAcrossABlockBorderIsNotTorn() {
    Secret secret = Secret.of("x".repeat(2_559) + "\uD83D\uDD11" + "ä".repeat(1_300));

    store().put(REFRESH, secret);

    assertThat(store().get(REFRESH)).contains(secret);
  }

  /** Printable text of that many bytes that no store can shrink. */
  protected static Secret random(int length) {
    byte[] bytes = new byte[(length + 1) / 2];
    new Random(length).nextBytes(bytes);
    String hex = HexFormat.of().formatHex(bytes).substring(0, length);
    assertThat(hex.getBytes(StandardCharsets.UTF_8)).hasSize(length);
    return Secret.of(hex);
  }
}
