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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real systemd reads the units, from whatever path gatepass runs. */
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
    assertThat(said).doesNotContain("gatepass-proxy");
  }

  private String verified(Path program) throws IOException, InterruptedException {
    Platform platform =
        new Platform(
            Os.LINUX, root.toString(), Map.of("HTTPS_PROXY", "http://proxy.example.com:3128/%41"));
    ServiceDefinition definition =
        ServiceDefinitions.of(
            platform, UserDirectories.of(platform), program.toString(), () -> "0", () -> 14001);
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--user"));
    for (Map.Entry<Path, byte[]> file : definition.files().entrySet()) {
      Path unit = root.resolve(file.getKey().getFileName());
      command.add(Files.write(unit, file.getValue()).toString());
    }
    ProcessBuilder verify = new ProcessBuilder(command).redirectErrorStream(true);
    verify.environment().put("XDG_RUNTIME_DIR", root.toString());
    Process process = verify.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
