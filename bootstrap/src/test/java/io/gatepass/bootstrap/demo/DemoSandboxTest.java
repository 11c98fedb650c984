package io.gatepass.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DemoSandboxTest {
  private final DemoSandbox sandbox =
      DemoSandbox.make(
          new Platform(
              Os.LINUX,
              "/home/ada",
              Map.of(
                  "PATH", "/usr/bin",
                  "DISPLAY", ":0",
                  "GATEPASS_GATEWAY_URL", "https://real.example",
                  "CLAUDE_CONFIG_DIR", "/home/ada/.claude")));

  @AfterEach
  void delete() {
    sandbox.close();
  }

  @Test
  void nothingOfTheRealSetupComesInButTheDisplayDoes() {
    Platform inside = sandbox.platform();

    assertThat(inside.home()).isEqualTo(sandbox.home().toString());
    assertThat(inside.environment())
        .containsEntry("DISPLAY", ":0")
        .containsEntry("GATEPASS_HOME", sandbox.home().toString())
        .doesNotContainKeys("GATEPASS_GATEWAY_URL", "CLAUDE_CONFIG_DIR");
  }

  @Test
  void claudeCodeIsFirstOnThePath() {
    String first = sandbox.platform().environment().get("PATH").split(File.pathSeparator, 2)[0];

    assertThat(Path.of(first, "claude")).isExecutable();
  }

  @Test
  void fingerprintChangesWithAnyByteAndAnyFile() throws Exception {
    // Given
    String before = sandbox.fingerprint();

    // When
    Files.writeString(sandbox.settings(), sandbox.settingsText() + " ");
    String longer = sandbox.fingerprint();
    Files.createFile(sandbox.settings().resolveSibling("another"));
    String more = sandbox.fingerprint();

    // Then
    assertThat(before).isNotEqualTo(longer).hasSize(64);
    assertThat(more).isNotEqualTo(longer);
  }

  @Test
  void nothingOfItStays() {
    sandbox.close();

    assertThat(sandbox.home().getParent()).doesNotExist();
  }
}
