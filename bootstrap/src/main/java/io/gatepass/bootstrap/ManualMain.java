package io.gatepass.bootstrap;

import io.gatepass.adapters.cli.manual.Manual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Writes the manual pages and completion scripts; run by the build that makes the packages. */
public final class ManualMain {
  private ManualMain() {}

  /**
   * Fills a directory.
   *
   * @param args the directory, and where its content will be installed
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> files = Manual.of(Application.over(ThisProcess.world()).cli(), args[1]);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = Path.of(args[0]).resolve(file.getKey());
      Files.createDirectories(
          Objects.requireNonNull(path.getParent(), "it is below the directory"));
      Files.writeString(path, file.getValue());
    }
  }
}
