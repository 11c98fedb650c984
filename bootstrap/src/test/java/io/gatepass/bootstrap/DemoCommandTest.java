package io.gatepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.platform.Platform;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  @TempDir private Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void unattendedDemoTellsTheWholeStoryAlsoWhereThereIsADisplay() throws Exception {
    // Given
    Map<String, String> environment = Map.of("DISPLAY", ":99", "PATH", "/nonexistent");

    // When
    int exitCode = demo(environment, "--unattended");

    // Then
    assertThat(exitCode).as("%s%s", out, err).isZero();
    assertThat(out.toString()).contains("Every byte is back.").doesNotContain("Warning");
    assertThat(err.toString()).isEmpty();
    try (var files = Files.list(home)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void settingsOfTheRealUserDoNotReachTheDemo() {
    // Given
    Map<String, String> environment =
        Map.of(
            "PATH", "/nonexistent",
            "GATEPASS_ISSUER", "https://real.example",
            "GATEPASS_ACCESS_TOKEN", "the-real-one",
            "CLAUDE_CONFIG_DIR", home.toString());

    // When
    int exitCode = demo(environment);

    // Then
    assertThat(exitCode).as("%s%s", out, err).isZero();
    assertThat(out.toString()).doesNotContain("real.example", "the-real");
  }

  private int demo(Map<String, String> environment, String... options) {
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), false, home.toString());
    World world =
        new World(
            new Platform(Platform.Os.LINUX, home.toString(), environment),
            terminal,
            InstantSource.system(),
            "/opt/gatepass/bin/gatepass",
            Optional.empty(),
            Optional.empty(),
            Optional::empty);
    String[] arguments = new String[options.length + 1];
    arguments[0] = "demo";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Application.over(world).cli().run(arguments);
  }
}
