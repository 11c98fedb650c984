package io.gatepass.adapters.fs.tool.override;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Asks {@code reg.exe query}, which succeeds where the key is there and needs no rights. It is run
 * from the system's own directory and not from PATH.
 */
public final class RegistryQuery implements Registry {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Path program;

  RegistryQuery(Path program) {
    this.program = program;
  }

  /** The registry of that platform; none where it is not Windows. */
  public static Registry of(Platform platform) {
    if (platform.os() != Os.WINDOWS) {
      return NONE;
    }
    String system = platform.variable("SystemRoot").orElse("C:\\Windows");
    return new RegistryQuery(Path.of(system, "System32", "reg.exe"));
  }

  @Override
  public boolean has(String key) {
    try {
      Process query =
          new ProcessBuilder(List.of(program.toString(), "query", key))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      boolean ended = query.waitFor(LIMIT);
      query.destroyForcibly();
      return ended && query.exitValue() == 0;
    } catch (IOException e) {
      return false; // nobody can be asked, and only a warning depends on it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false; // whoever interrupts does not wait for a warning
    }
  }
}
