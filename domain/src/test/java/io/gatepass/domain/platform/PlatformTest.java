package io.gatepass.domain.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.platform.Platform.Os;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, LINUX",
    "Mac OS X, MACOS",
    "macOS, MACOS",
    "Windows 11, WINDOWS",
    "Windows Server 2025, WINDOWS",
    "FreeBSD, LINUX",
    "Darwin, LINUX",
  })
  void aSystemIsKnownByTheNameThatJavaGivesIt(String name, Os os) {
    assertThat(Os.ofName(name)).isEqualTo(os);
  }

  @Test
  void aVariableSetToNothingCountsAsNotSet() {
    Platform platform = new Platform(Os.LINUX, "/home/ada", Map.of("A", "", "B", "b"));

    assertThat(platform.variable("A")).isEmpty();
    assertThat(platform.variable("B")).contains("b");
    assertThat(platform.variable("C")).isEmpty();
  }

  @Test
  void namesOfVariablesHaveNoCaseOnWindowsOnly() {
    Map<String, String> environment = Map.of("Path", "C:\\Windows");

    assertThat(new Platform(Os.WINDOWS, "C:\\Users\\ada", environment).variable("PATH"))
        .contains("C:\\Windows");
    assertThat(new Platform(Os.LINUX, "/home/ada", environment).variable("PATH")).isEmpty();
  }

  @Test
  void aRelativePathInABaseDirectoryVariableIsIgnored() {
    Map<String, String> environment =
        Map.of("XDG_CONFIG_HOME", "config", "XDG_STATE_HOME", "/state", "EMPTY", "");
    Platform linux = new Platform(Os.LINUX, "/home/ada", environment);

    assertThat(linux.absolutePathVariable("XDG_CONFIG_HOME")).isEmpty();
    assertThat(linux.absolutePathVariable("XDG_STATE_HOME")).contains("/state");
    assertThat(linux.absolutePathVariable("EMPTY")).isEmpty();
  }

  @Test
  void theEnvironmentIsNotPrinted() {
    Platform platform =
        new Platform(Os.LINUX, "/home/ada", Map.of("GATEPASS_PASSPHRASE", "s3cr3t"));

    assertThat(platform).hasToString("Platform[LINUX, /home/ada]");
  }
}
