package io.gatepass.adapters.fs.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.service.definition.ServiceDefinition;
import io.gatepass.adapters.fs.service.definition.ServiceDefinitions;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real systemd reads the unit, from whatever path gatepass runs. */
@Tag("acceptance")
class SystemdAnalyzeTest {
  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "with space", "100% <&> $HOME", "it's \"quoted\"", "back\\slash"})
  void unitIsSoundAndNamesTheProgram(String directory) throws Exception {
    // Given
    Path program = Files.createDirectories(root.resolve(directory)).resolve("gatepass");
    Files.writeString(program, "#!/bin/sh\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));

    // When
    String said = verified(program);

    // Then: it would name an executable that it cannot find, and every line it does not know
    assertThat(said).doesNotContain("gatepass-proxy.service");
  }

  private String verified(Path program) throws IOException, InterruptedException {
    Platform platform =
        new Platform(
            Os.LINUX, root.toString(), Map.of("HTTPS_PROXY", "http://proxy.example.com:3128/%41"));
    ServiceDefinition definition =
        ServiceDefinitions.of(
            platform, UserDirectories.of(platform), program.toString(), () -> "0");
    Path unit = root.resolve("gatepass-proxy.service");
    Files.write(unit, definition.bytes());
    ProcessBuilder verify =
        new ProcessBuilder("systemd-analyze", "verify", "--user", unit.toString())
            .redirectErrorStream(true);
    verify.environment().put("XDG_RUNTIME_DIR", root.toString());
    Process process = verify.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
