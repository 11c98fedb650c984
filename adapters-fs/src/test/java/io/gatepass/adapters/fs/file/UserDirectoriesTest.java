package io.gatepass.adapters.fs.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDirectoriesTest {
  private static final Map<String, String> XDG =
      Map.of(
          "XDG_CONFIG_HOME", "/cfg",
          "XDG_STATE_HOME", "/st",
          "XDG_RUNTIME_DIR", "/run/user/1");

  @Test
  void linuxHasTheXdgDefaults() {
    UserDirectories directories = of(Os.LINUX, "/home/u", Map.of());

    assertThat(directories.settingsFile())
        .isEqualTo(Path.of("/home/u/.config/gatepass/config.json"));
    assertThat(directories.state()).isEqualTo(Path.of("/home/u/.local/state/gatepass"));
    assertThat(directories.locks()).isEqualTo(Path.of("/home/u/.local/state/gatepass/locks"));
    assertThat(directories.machinePolicy()).isEqualTo(Path.of("/etc/gatepass/policy.json"));
    assertThat(directories.runtime()).isEmpty();
  }

  @Test
  void linuxFollowsTheXdgVariables() {
    UserDirectories directories = of(Os.LINUX, "/home/u", XDG);

    assertThat(directories.settings()).isEqualTo(Path.of("/cfg/gatepass"));
    assertThat(directories.state()).isEqualTo(Path.of("/st/gatepass"));
    assertThat(directories.runtime()).hasValue(Path.of("/run/user/1/gatepass"));
  }

  @Test
  void relativeXdgVariablesDoNotCount() {
    UserDirectories directories = of(Os.LINUX, "/home/u", Map.of("XDG_CONFIG_HOME", "cfg"));

    assertThat(directories.settings()).isEqualTo(Path.of("/home/u/.config/gatepass"));
  }

  @Test
  void macosHasTheLibrary() {
    UserDirectories directories = of(Os.MACOS, "/Users/u", Map.of("XDG_RUNTIME_DIR", "/run"));

    assertThat(directories.settings())
        .isEqualTo(Path.of("/Users/u/Library/Application Support/gatepass"));
    assertThat(directories.state())
        .isEqualTo(Path.of("/Users/u/Library/Application Support/gatepass/state"));
    assertThat(directories.machinePolicy())
        .isEqualTo(Path.of("/Library/Application Support/gatepass/policy.json"));
    assertThat(directories.runtime()).isEmpty();
  }

  @Test
  void macosFollowsXdgConfigHome() {
    UserDirectories directories = of(Os.MACOS, "/Users/u", XDG);

    assertThat(directories.settings()).isEqualTo(Path.of("/cfg/gatepass"));
    assertThat(directories.state()).isEqualTo(Path.of("/cfg/gatepass/state"));
  }

  @Test
  void windowsFollowsItsVariables() {
    UserDirectories directories =
        of(
            Os.WINDOWS,
            "C:\\Users\\u",
            Map.of("APPDATA", "R:\\Roam", "LOCALAPPDATA", "L:\\Loc", "ProgramData", "P:\\Data"));

    assertThat(directories.settings()).isEqualTo(Path.of("R:\\Roam", "gatepass"));
    assertThat(directories.state()).isEqualTo(Path.of("L:\\Loc", "gatepass"));
    assertThat(directories.machinePolicy())
        .isEqualTo(Path.of("P:\\Data", "gatepass", "policy.json"));
  }

  @Test
  void windowsWithoutVariablesStartsAtTheHome() {
    UserDirectories directories = of(Os.WINDOWS, "C:\\Users\\u", Map.of());

    assertThat(directories.settings())
        .isEqualTo(Path.of("C:\\Users\\u", "AppData", "Roaming", "gatepass"));
    assertThat(directories.state())
        .isEqualTo(Path.of("C:\\Users\\u", "AppData", "Local", "gatepass"));
    assertThat(directories.machinePolicy())
        .isEqualTo(Path.of("C:\\ProgramData", "gatepass", "policy.json"));
  }

  @Test
  void anotherUsersHomeBeatsTheVariablesOfTheUserWhoRunsTheCommand() {
    UserDirectories linux =
        of(
            Os.LINUX,
            "/sandbox",
            Map.of(
                "GATEPASS_HOME", "/sandbox",
                "XDG_CONFIG_HOME", "/cfg",
                "XDG_STATE_HOME", "/st",
                "XDG_RUNTIME_DIR", "/run/user/1"));
    UserDirectories windows =
        of(Os.WINDOWS, "D:\\s", Map.of("GATEPASS_HOME", "D:\\s", "APPDATA", "R:\\Roam"));

    assertThat(linux.settings()).isEqualTo(Path.of("/sandbox/.config/gatepass"));
    assertThat(linux.state()).isEqualTo(Path.of("/sandbox/.local/state/gatepass"));
    assertThat(linux.runtime()).isEmpty();
    assertThat(linux.machinePolicy()).isEqualTo(Path.of("/etc/gatepass/policy.json"));
    assertThat(windows.settings()).isEqualTo(Path.of("D:\\s", "AppData", "Roaming", "gatepass"));
  }

  private static UserDirectories of(Os os, String home, Map<String, String> environment) {
    return UserDirectories.of(new Platform(os, home, environment));
  }
}
