package io.gatepass.adapters.fs.tool.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.domain.failure.ToolConfigUnreadable;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellWordTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "with space",
        "it's",
        "\"double\"",
        "$HOME `id` $(id)",
        "a;b&c|d",
        "x\\y"
      })
  void theShellRunsAProgramWithAnyName(String name) throws IOException, InterruptedException {
    // Given
    Path program = Files.writeString(directory.resolve(name), "#!/bin/sh\necho ran $1\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    // When
    String command = ShellWord.of(program.toString(), Os.LINUX) + " token";
    ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command);
    shell.environment().clear();
    shell.environment().put("PATH", "/usr/bin:/bin");
    Process process = shell.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // Then
    assertThat(process.waitFor()).isZero();
    assertThat(output).isEqualTo("ran token\n");
  }

  @Test
  void windowsGetsDoubleQuotes() {
    assertThat(ShellWord.of("C:\\Program Files\\gatepass\\bin\\gatepass.exe", Os.WINDOWS))
        .isEqualTo("\"C:\\Program Files\\gatepass\\bin\\gatepass.exe\"");
  }

  @Test
  void aPathThatWindowsCannotQuoteIsRefused() {
    assertThatThrownBy(() -> ShellWord.of("C:\\100%PATH%\\gatepass.exe", Os.WINDOWS))
        .isInstanceOf(ToolConfigUnreadable.class)
        .hasMessageContaining("C:\\100%PATH%\\gatepass.exe");
  }
}
