package io.gatepass.adapters.fs.tool.detect;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where {@code npm install -g} puts programs, where the user has said so: npm's setting "prefix".
 */
final class NpmPrefix {
  private static final Pattern PREFIX = Pattern.compile("\\s*prefix\\s*=\\s*\"?([^\"]+?)\"?\\s*");

  private NpmPrefix() {}

  static Optional<Path> binaries(Platform platform) {
    return platform
        .variable("NPM_CONFIG_PREFIX")
        .or(() -> platform.variable("npm_config_prefix"))
        .or(() -> inUserConfiguration(platform))
        .flatMap(prefix -> path(platform, prefix))
        .map(prefix -> platform.os() == Os.WINDOWS ? prefix : prefix.resolve("bin"));
  }

  private static Optional<String> inUserConfiguration(Platform platform) {
    Path file = Path.of(platform.home(), ".npmrc");
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(PREFIX::matcher).filter(Matcher::matches).map(it -> it.group(1)).findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional
          .empty(); // no such file, or none that npm could read: then the usual places do
    }
  }

  private static Optional<Path> path(Platform platform, String prefix) {
    String home = prefix.startsWith("~/") ? platform.home() + prefix.substring(1) : prefix;
    try {
      return Optional.of(Path.of(home.replace("${HOME}", platform.home())));
    } catch (InvalidPathException e) {
      return Optional.empty(); // npm cannot use it either
    }
  }
}
