package io.gatepass.adapters.fs.secret.encrypted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PassphraseCommandTest {
  @Test
  void theFirstLineIsThePassphrase() {
    assertThat(run("printf 'first line  \\nsecond\\n'")).isEqualTo(Secret.of("first line  "));
  }

  @Test
  void aLineEndOfWindowsIsNoPartOfIt() {
    assertThat(run("printf 'passphrase\\r\\n'")).isEqualTo(Secret.of("passphrase"));
  }

  @Test
  void itIsAShellCommand() {
    assertThat(run("echo $((40 + 2)) | tr 4 x")).isEqualTo(Secret.of("x2"));
  }

  @Test
  void gatepassesOwnSecretsAreNotInItsEnvironment(@TempDir Path directory) throws Exception {
    Path seen = directory.resolve("environment");

    Secret unused = run("env > '" + seen + "'; echo ok");

    assertThat(unused).isEqualTo(Secret.of("ok"));
    assertThat(Files.readString(seen))
        .contains("OTHER=visible")
        .doesNotContain("GATEPASS_PASSPHRASE")
        .doesNotContain("MARKED");
  }

  @Test
  void itHasNoInputToWaitFor() {
    assertThat(run("cat; echo done")).isEqualTo(Secret.of("done"));
  }

  @Test
  void aFailureIsToldWithoutTheCommand() {
    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> run("echo MARKED; exit 3"))
        .withMessage(
            "The encrypted file is locked: the passphrase command failed with exit code 3.")
        .satisfies(failure -> {
          assertThat(failure.reason()).isEqualTo(Reason.LOCKED);
          assertThat(failure.remedy()).contains("secrets.passphraseCommand");
        });
  }

  @Test
  void noOutputIsNoPassphrase() {
    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> run("true"))
        .withMessageEndingWith("printed nothing.");
    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> run("echo; echo second"))
        .withMessageEndingWith("printed nothing.");
  }

  @Test
  void aCommandThatTakesTooLongIsEndedWithAllItHasStarted(@TempDir Path directory)
      throws Exception {
    Path pid = directory.resolve("pid");
    String command = "sleep 600 & echo $! > '" + pid + "'; wait";

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> new PassphraseCommand(platform(), command, Duration.ofSeconds(3)).run())
        .withMessageContaining("did not finish within");

    long started = Long.parseLong(Files.readString(pid).strip());
    ProcessHandle.of(started).ifPresent(process -> process.onExit().join());
    assertThat(ProcessHandle.of(started).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  private static Secret run(String command) {
    return new PassphraseCommand(platform(), command, PassphraseCommand.LIMIT).run();
  }

  private static Platform platform() {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("GATEPASS_PASSPHRASE", "MARKED-1");
    environment.put("GATEPASS_ACCESS_TOKEN", "MARKED-2");
    environment.put("GATEPASS_REFRESH_TOKEN", "MARKED-3");
    environment.put("OTHER", "visible");
    return new Platform(Platform.Os.LINUX, "/nonexistent", environment);
  }
}
