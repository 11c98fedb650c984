package io.gatepass.adapters.oidc.browser;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Programs of the user's desktop. They get none of our input and output, and an environment without
 * secrets and without {@code BROWSER}: Debian's xdg-open, sensible-browser and their like start
 * {@code $BROWSER} in their turn, so that {@code BROWSER=xdg-open}, under whatever name, would
 * never end.
 */
final class DesktopPrograms {
  private static final Set<String> KEPT_BACK =
      Set.of("BROWSER", "GATEPASS_ACCESS_TOKEN", "GATEPASS_REFRESH_TOKEN", "GATEPASS_PASSPHRASE");

  private final Platform platform;

  DesktopPrograms(Platform platform) {
    this.platform = platform;
  }

  /**
   * Where the program is: on Unix looked up in the {@code PATH} that was handed in; Windows looks
   * for itself, in ways of its own.
   *
   * @return empty if there is no such program
   */
  Optional<String> located(String program) {
    if (platform.os() == Os.WINDOWS) {
      return Optional.of(program);
    }
    if (program.contains("/")) {
      return Optional.of(program).filter(DesktopPrograms::isExecutable);
    }
    return Arrays.stream(platform.variable("PATH").orElse("/usr/bin:/bin").split(":", -1))
        .filter(directory -> directory.startsWith("/"))
        .map(directory -> directory + "/" + program)
        .filter(DesktopPrograms::isExecutable)
        .findFirst();
  }

  /** A program ready to start. */
  ProcessBuilder builder(List<String> arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(arguments)
            .redirectInput(new File(platform.os() == Os.WINDOWS ? "NUL" : "/dev/null"))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(platform.environment());
    environment.keySet().removeAll(KEPT_BACK);
    return builder;
  }

  private static boolean isExecutable(String program) {
    try {
      Path path = Path.of(program);
      return Files.isExecutable(path) && !Files.isDirectory(path);
    } catch (InvalidPathException e) {
      // What is no path is no program.
      return false;
    }
  }
}
