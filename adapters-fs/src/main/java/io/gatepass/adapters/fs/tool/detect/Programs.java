package io.gatepass.adapters.fs.tool.detect;

import io.gatepass.adapters.fs.tool.definition.PathTemplates;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition.Binary;
import io.gatepass.domain.platform.Platform.Os;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks programs up on PATH and in the places where installers put them, because device management
 * and desktop launches come with a bare PATH.
 */
final class Programs {
  private static final List<String> WINDOWS_SUFFIXES = List.of(".exe", ".cmd", ".bat");

  private final PlatformPaths paths;
  private final PathTemplates installPlaces;

  Programs(PlatformPaths paths, PathTemplates installPlaces) {
    this.paths = paths;
    this.installPlaces = installPlaces;
  }

  boolean isInstalled(Binary binary) {
    List<String> names = names(binary.name());
    return places(binary)
        .flatMap(place -> names.stream().map(place::resolve))
        .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
  }

  private List<String> names(String name) {
    return isWindows() ? WINDOWS_SUFFIXES.stream().map(name::concat).toList() : List.of(name);
  }

  private Stream<Path> places(Binary binary) {
    Stream<Path> own = binary.places().stream().flatMap(place -> paths.resolve(place).stream());
    Stream<Path> usual = paths.resolve(installPlaces).stream().flatMap(Patterns::expand);
    return Stream.of(searchPath(), own, NpmPrefix.binaries(paths.platform()).stream(), usual)
        .flatMap(places -> places);
  }

  private Stream<Path> searchPath() {
    String separator = isWindows() ? ";" : ":";
    return Arrays.stream(paths.platform().variable("PATH").orElse("").split(separator))
        .filter(directory -> !directory.isBlank())
        .flatMap(directory -> path(directory).stream());
  }

  private boolean isWindows() {
    return paths.platform().os() == Os.WINDOWS;
  }

  private static Optional<Path> path(String directory) {
    try {
      return Optional.of(Path.of(directory)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty(); // nothing can be in it
    }
  }
}
