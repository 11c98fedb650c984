package io.gatepass.adapters.fs.tool.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The registry as reg.exe tells of it, which a script stands for. */
@DisabledOnOs(OS.WINDOWS)
final class RegistryQueryTest {
  private static final String KEY = "HKLM\\SOFTWARE\\Policies\\ClaudeCode";

  @TempDir private Path root;

  @Test
  void keyIsThereWhereRegSucceeds() throws IOException {
    Path system = Files.createDirectories(root.resolve("System32"));
    Path program =
        Files.writeString(
            system.resolve("reg.exe"),
            "#!/bin/sh\n[ \"$1\" = query ] && [ \"$2\" = '" + KEY + "' ] && echo found\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(registry(Os.WINDOWS).has(KEY)).isTrue();
    assertThat(registry(Os.WINDOWS).has(KEY + "\\Other")).isFalse();
  }

  @Test
  void withoutRegNothingIsThere() {
    assertThat(registry(Os.WINDOWS).has(KEY)).isFalse();
  }

  @Test
  void otherSystemsHaveNoRegistry() {
    assertThat(registry(Os.LINUX)).isSameAs(Registry.NONE);
  }

  private Registry registry(Os os) {
    return RegistryQuery.of(
        new Platform(os, "C:\\Users\\ada", Map.of("SystemRoot", root.toString())));
  }
}
