package io.gatepass.bootstrap.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.bootstrap.Application;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.platform.Platform;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliReferenceTest {
  private static final Path REFERENCE = Path.of("..", "docs", "reference", "cli.md");

  @TempDir private Path home;

  @Test
  void theReferenceSaysWhatTheCommandsSay() throws IOException {
    String fresh = CliReference.of(Application.over(world()).cli().commandLine());
    if ("write".equals(System.getProperty("gatepass.reference"))) {
      Files.writeString(REFERENCE, fresh);
    }

    assertThat(REFERENCE).hasContent(fresh);
  }

  private World world() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new World(
        new Platform(Platform.Os.LINUX, home.toString(), Map.of()),
        new Terminal(nowhere, nowhere, false, home.toString()),
        InstantSource.system(),
        "/opt/gatepass/bin/gatepass",
        Optional.empty(),
        Optional.empty(),
        Optional::empty);
  }
}
