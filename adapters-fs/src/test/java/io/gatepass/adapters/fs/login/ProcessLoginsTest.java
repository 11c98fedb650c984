package io.gatepass.adapters.fs.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.InMemoryLoginsUnderWay;
import io.gatepass.application.port.LoginsUnderWay.Ending;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process with a script in gatepass's place; with gatepass itself it is an end-to-end test. */
final class ProcessLoginsTest {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");

  @TempDir Path dir;

  private final InMemoryLoginsUnderWay logins = new InMemoryLoginsUnderWay();

  @BeforeEach
  void lastLoginHasEnded() {
    try (Turn turn = logins.begin(SCOPE).orElseThrow()) {
      turn.leave(new Ending.SignedIn());
    }
  }

  @Test
  void runsGatepassLoginDetachedAndKeepsWhatItSaysInAPrivateFile() throws IOException {
    Path said = dir.resolve("said");
    Path script = script("echo \"$@\" >'" + said + "'; echo Warning. >&2; cat");

    assertThat(process(script).start(SCOPE)).isTrue();

    assertThat(said).hasContent("login --detached");
    assertThat(log()).hasContent("Warning.");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log())))
        .isEqualTo("rw-------");
  }

  @Test
  void processThatLeavesNoWordIsNone() throws IOException {
    logins.begin(SCOPE).orElseThrow().close();

    assertThat(process(script("exit 1")).start(SCOPE)).isFalse();
  }

  @Test
  void programThatIsNotThereIsNotStarted() {
    assertThat(process(dir.resolve("gone")).start(SCOPE)).isFalse();
    assertThat(process(Path.of("gatepass")).start(SCOPE)).isFalse();
  }

  private ProcessLogins process(Path executable) {
    Platform platform = new Platform(Platform.Os.LINUX, dir.toString(), Map.of());
    return new ProcessLogins(executable, platform, logins, log());
  }

  private Path log() {
    return dir.resolve("login.log");
  }

  private Path script(String text) throws IOException {
    Path script = dir.resolve("gate pass");
    Files.writeString(script, "#!/bin/sh\n" + text + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
