package io.gatepass.adapters.fs.secret.keychain.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.adapters.fs.secret.keychain.TimeLimit;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretServiceSessionTest {
  private static final String ABSENT = "libgatepass-has-no-such-library.so.0";

  @Test
  void withoutADbusSessionNothingIsLoadedAndItIsSaid() {
    SecretStoreUnavailable failure = refusal(Map.of());

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure)
        .hasMessage(
            "No keychain here: there is no D-Bus session (DBUS_SESSION_BUS_ADDRESS is not set).");
    assertThat(failure.remedy())
        .isEqualTo(
            "Run gatepass in a desktop session, or set GATEPASS_SECRETS_PROVIDER=encrypted-file"
                + " and GATEPASS_PASSPHRASE to keep secrets in an encrypted file.");
  }

  @Test
  void withoutLibsecretItIsSaidWhatToInstall() {
    SecretStoreUnavailable failure =
        refusal(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessage("No keychain here: " + ABSENT + " is not installed.");
    assertThat(failure.remedy()).startsWith("Install libsecret");
  }

  @Test
  void theUsersBusCountsAsASession(@TempDir Path runtime) throws Exception {
    Files.createFile(runtime.resolve("bus"));

    assertThat(refusal(Map.of("XDG_RUNTIME_DIR", runtime.toString())))
        .hasMessageContaining("is not installed");
  }

  private static SecretStoreUnavailable refusal(Map<String, String> environment) {
    Platform platform = new Platform(Platform.Os.LINUX, "/nonexistent", environment);
    SecretServiceStore store =
        new SecretServiceStore(
            new SecretServiceSession(platform, ABSENT), false, new TimeLimit(TimeLimit.ANSWER));
    return assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> store.get("gatepass/0123456789abcdef/refresh"))
        .actual();
  }
}
