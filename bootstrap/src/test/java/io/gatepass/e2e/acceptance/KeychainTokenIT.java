package io.gatepass.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Leaks;
import io.gatepass.e2e.harness.Samples;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.ClassLog;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.Sandbox;
import io.gatepass.e2e.parts.Keyring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Where a policy allows no runtime cache, the access token is in GNOME's keyring. */
@Tag("acceptance")
final class KeychainTokenIT {
  /** 1,710 when this was written. */
  private static final int MOST_CLASSES = 1_750;

  /** They are not from the cache: 5 to 8 when this was written. */
  private static final int MOST_FROM_ELSEWHERE = 16;

  @RegisterExtension final Workplace place = new Workplace();

  @TempDir private Path folder;
  private Keyring keyring;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    Path memory = place.giveMemory();
    place.sandbox().unset("GATEPASS_SECRETS_PROVIDER");
    place.sandbox().unset("GATEPASS_PASSPHRASE");
    place.sandbox().set("GATEPASS_SECRETS_RUNTIME_CACHE", "false");
    keyring = Keyring.start(place.sandbox(), memory);
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    assertThat(place.setup().exitCode()).isZero();
  }

  @AfterEach
  void stop() {
    keyring.close();
  }

  @Test
  void theTokenIsInTheKeychainAndInNoFile() throws IOException {
    // When
    int requests = place.issuer().log().total();
    Finished first = place.gatepass("token");
    Finished second = place.gatepass("token");

    // Then
    assertThat(place.issuer().accepts(first.token())).isTrue();
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(place.issuer().log().total()).isEqualTo(requests);
    Map<String, String> issued = Map.of("token", first.token());
    assertThat(Leaks.in(Sandbox.files(place.sandbox().root()), issued)).isEmpty();
    Path memory = Path.of(place.sandbox().environment().get("XDG_RUNTIME_DIR"));
    assertThat(Leaks.in(Sandbox.files(memory), issued)).isEmpty();
  }

  @Test
  void itIsReadByTheShortWayFromACacheOfItsOwnAndWithoutLibsecret() throws IOException {
    // Given
    assertThat(place.gatepass("token").exitCode()).isZero(); // the first one leaves a note
    ClassLog log = ClassLog.of(place.image(), folder);

    // When
    Finished token = place.run(log.command("token"));

    // Then
    assertThat(place.issuer().accepts(token.token())).isTrue();
    assertThat(log.classes()).hasSizeLessThan(MOST_CLASSES);
    assertThat(String.join("\n", log.classes()))
        .contains("SecretServiceLookup")
        .doesNotContain("keychain.linux.GLib", "keychain.NativeLibrary", "com.google.inject");
    assertThat(log.outsideTheCache()).hasSizeLessThan(MOST_FROM_ELSEWHERE);
  }
}
