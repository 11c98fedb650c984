package io.gatepass.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.harness.Leaks;
import io.gatepass.e2e.harness.Samples;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.Sandbox;
import io.gatepass.e2e.parts.Keyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story with GNOME's keyring and a runtime directory in memory, as on a desktop. */
@Tag("acceptance")
final class KeychainIT {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final Duration SHORT = Duration.ofSeconds(1);

  @RegisterExtension final Workplace place = new Workplace();

  private Path runtime;
  private Keyring keyring;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    // GATEPASS_HOME stands for another user's home, who has another keychain.
    place.sandbox().unset("GATEPASS_HOME");
    place.sandbox().unset("GATEPASS_SECRETS_PROVIDER");
    place.sandbox().unset("GATEPASS_PASSPHRASE");
    runtime = Files.createTempDirectory(MEMORY, "gatepass-e2e-");
    keyring = Keyring.start(place.sandbox(), runtime);
    place.sandbox().installClaudeCode(Samples.SETTINGS);
  }

  @AfterEach
  void stop() throws IOException {
    keyring.close();
    Workplace.deleteTree(runtime);
  }

  @Test
  void refreshTokenIsInTheKeychainAndTheAccessTokenInMemoryOnly() {
    // Given
    Finished setup = place.setup();
    assertThat(setup.exitCode()).as("%s", setup).isZero();

    // When
    Finished first = place.gatepass("token");
    Finished second = place.gatepass("token");

    // Then
    Map<String, String> issued = Map.of("token", first.token());
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(setup.stderr() + first.stderr()).doesNotContain("Warning");
    assertThat(place.opener().count()).isOne();
    assertThat(Leaks.in(Sandbox.files(place.sandbox().home()), issued)).isEmpty();
    assertThat(Leaks.in(Sandbox.files(runtime), issued)).hasSize(1);
  }

  @Test
  void expiredTokenIsRefreshedWithTheKeychainsRefreshToken() {
    // Given
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    assertThat(place.setup().exitCode()).isZero();

    // When
    Workplace.let(SHORT);
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.token()).isNotBlank();
    assertThat(place.opener().count()).isOne();
  }

  @Test
  void lockedKeychainOpensNoBrowserAndSaysWhatToDo() throws Exception {
    // Given
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    assertThat(place.setup().exitCode()).isZero();
    Workplace.let(SHORT);
    int requests = place.issuer().log().total();

    // When
    keyring.lock();
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.exitCode()).as("%s", token).isOne();
    assertThat(token.stdout()).isEmpty();
    assertThat(token.stderr()).contains("locked");
    assertThat(place.opener().count()).isOne();
    assertThat(place.issuer().log().total()).isEqualTo(requests);
  }

  @Test
  void tokenInMemoryIsServedWhileTheKeychainIsLocked() throws Exception {
    // Given
    assertThat(place.setup().exitCode()).isZero();

    // When
    keyring.lock();
    Finished token = place.gatepass("token");

    // Then
    assertThat(place.issuer().accepts(token.token())).isTrue();
  }

  @Test
  void purgeEmptiesTheKeychainAndTheMemory() {
    // Given
    assertThat(place.setup().exitCode()).isZero();
    Map<String, String> issued = Map.of("token", place.gatepass("token").token());

    // When
    Finished teardown = place.gatepass("teardown", "--purge-tokens");

    // Then
    assertThat(teardown.exitCode()).as("%s", teardown).isZero();
    assertThat(Leaks.in(Sandbox.files(runtime), issued)).isEmpty();
    assertThat(place.gatepass("token", "--no-login").exitCode()).isEqualTo(4);
  }

  @Test
  void whereThereIsNoKeychainTheUserIsToldThatTheSignInIsNotRemembered() {
    // Given
    keyring.close();
    place.sandbox().unset("DBUS_SESSION_BUS_ADDRESS");
    place.sandbox().set("XDG_RUNTIME_DIR", place.sandbox().root().toString());

    // When
    Finished setup = place.setup();

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(setup.stderr()).contains("will not be remembered");
  }
}
