package io.gatepass.adapters.oidc.browser;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands to try, in order: those of {@code $BROWSER} (a list, as xdg-open and Python's
 * webbrowser read it), then the system's own.
 */
final class BrowserCommands {
  private final Platform platform;

  BrowserCommands(Platform platform) {
    this.platform = platform;
  }

  List<BrowserCommand> all() {
    return Stream.concat(chosen(), Stream.of(ofSystem())).toList();
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
      return Optional.of(program).filter(BrowserCommands::isExecutable);
    }
    return Arrays.stream(platform.variable("PATH").orElse("/usr/bin:/bin").split(":", -1))
        .filter(directory -> directory.startsWith("/"))
        .map(directory -> directory + "/" + program)
        .filter(BrowserCommands::isExecutable)
        .findFirst();
  }

  private Stream<BrowserCommand> chosen() {
    String separator = platform.os() == Os.WINDOWS ? ";" : ":";
    return Arrays.stream(platform.variable("BROWSER").orElse("").split(separator, -1))
        .map(BrowserCommand::split)
        .filter(words -> !words.isEmpty())
        .map(BrowserCommand::new);
  }

  private BrowserCommand ofSystem() {
    return new BrowserCommand(
        switch (platform.os()) {
          case LINUX -> List.of("xdg-open");
          case MACOS -> List.of("open");
          case WINDOWS -> List.of(rundll32(), "url.dll,FileProtocolHandler");
        });
  }

  /** By its whole path: a bare name would be looked for in the current directory first. */
  private String rundll32() {
    return platform
        .variable("SystemRoot")
        .map(it -> it + "\\System32\\rundll32.exe")
        .orElse("rundll32");
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
