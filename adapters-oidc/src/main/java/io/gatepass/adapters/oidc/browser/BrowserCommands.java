package io.gatepass.adapters.oidc.browser;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.util.Arrays;
import java.util.List;
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
}
