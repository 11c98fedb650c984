package io.gatepass.bootstrap.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Samples;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.ClassLog;
import io.gatepass.e2e.image.Finished;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is neither a keychain nor memory for tokens, as in a container. */
final class EncryptedTokenIT {
  /** 1,710 when this was written. */
  private static final int MOST_CLASSES = 1_750;

  /** They are not from the cache: 5 to 8 when this was written. */
  private static final int MOST_FROM_ELSEWHERE = 16;

  @RegisterExtension final Workplace place = new Workplace();

  @TempDir private Path folder;

  @BeforeEach
  void signIn() {
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    assertThat(place.setup().exitCode()).isZero();
    assertThat(place.gatepass("token").exitCode()).isZero(); // the first one leaves a note
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theTokenIsReadByTheShortWayAndWithACompiler(boolean named) throws IOException {
    // Given
    if (!named) {
      place.sandbox().unset("GATEPASS_SECRETS_PROVIDER");
    }
    int requests = place.issuer().log().total();
    ClassLog log = ClassLog.of(place.image(), folder);

    // When
    Finished token = place.run(log.command("token"));

    // Then
    assertThat(place.issuer().accepts(token.token())).isTrue();
    assertThat(place.issuer().log().total()).isEqualTo(requests);
    assertThat(log.classes()).hasSizeLessThan(MOST_CLASSES);
    assertThat(String.join("\n", log.classes()))
        .contains("com.sun.crypto.provider.PBKDF2KeyImpl")
        .doesNotContain("com.google.inject");
    assertThat(log.outsideTheCache()).hasSizeLessThan(MOST_FROM_ELSEWHERE);
  }

  @Test
  void anotherPassphraseIsLeftToTheWholeProgramWhichSaysSo() {
    place.sandbox().set("GATEPASS_PASSPHRASE", "another");

    Finished token = place.gatepass("token", "--no-login");

    assertThat(token.exitCode()).isOne();
    assertThat(token.stdout()).isEmpty();
    assertThat(token.stderr()).contains("GATEPASS_PASSPHRASE");
  }
}
