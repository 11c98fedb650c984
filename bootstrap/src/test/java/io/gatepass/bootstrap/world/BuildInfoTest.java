package io.gatepass.bootstrap.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BuildInfoTest {

  @Test
  void theBuildFillsInVersionAndBuildId() throws IOException {
    // When
    var build = BuildInfo.load();

    // Then
    assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(build.id()).isNotBlank().doesNotContain("${");
  }

  @Test
  void theVersionLineNamesVersionBuildAndJdk() {
    // Given
    var build = new BuildInfo("1.2.3", "abc1234");

    // When
    var line = build.describe(Runtime.Version.parse("25.0.1+8"));

    // Then
    assertThat(line).isEqualTo("gatepass 1.2.3 (build abc1234, JDK 25.0.1+8)");
  }
}
