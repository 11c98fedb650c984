package io.gatepass.adapters.fs.tool.detect;

import io.gatepass.adapters.fs.tool.definition.PathTemplates;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition.Directory;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Turns the paths of tool definitions into paths of this machine. Where {@code GATEPASS_HOME} names
 * another home, the variables that place the running user's directories do not count, as for
 * gatepass' own.
 */
public final class PlatformPaths {
  private static final Map<String, String> BELOW_HOME =
      Map.of("APPDATA", "AppData/Roaming", "LOCALAPPDATA", "AppData/Local");
  private static final Map<String, String> ON_DRIVE =
      Map.of("ProgramFiles", "C:/Program Files", "ProgramData", "C:/ProgramData");

  private final Platform platform;
  private final Path root;

  /**
   * Paths of a platform.
   *
   * @param root where absolute Unix paths start; another directory than {@code /} in tests
   */
  public PlatformPaths(Platform platform, Path root) {
    this.platform = platform;
    this.root = root;
  }

  /** The platform. */
  public Platform platform() {
    return platform;
  }

  /** The paths on this platform; {@code *} in them is still a pattern. */
  public List<Path> resolve(PathTemplates templates) {
    return templates.on(platform.os()).stream().map(this::resolve).toList();
  }

  /** What is there of the paths on this platform, and of what their patterns stand for. */
  public Stream<Path> existing(PathTemplates templates) {
    return resolve(templates).stream().flatMap(Patterns::expand).filter(Files::exists);
  }

  /** Where a tool's own directory is. */
  public Optional<Path> directory(Directory directory) {
    return directory
        .variable()
        .flatMap(this::ownDirectory)
        .map(named -> directory.below().map(named::resolve).orElse(named))
        .or(() -> resolve(directory.path()).stream().findFirst());
  }

  private Path resolve(String template) {
    int slash = (template + "/").indexOf('/');
    String head = template.substring(0, slash);
    String rest = template.substring(Math.min(slash + 1, template.length()));
    if (head.equals("~")) {
      return Path.of(platform.home()).resolve(rest);
    }
    if (head.startsWith("%")) {
      return known(head.substring(1, head.length() - 1)).resolve(rest);
    }
    return root.resolve(rest);
  }

  private Path known(String name) {
    Supplier<Path> usual =
        () ->
            BELOW_HOME.containsKey(name)
                ? Path.of(platform.home()).resolve(BELOW_HOME.get(name))
                : Path.of(ON_DRIVE.getOrDefault(name, name));
    boolean ofTheMachine = ON_DRIVE.containsKey(name);
    Optional<String> variable = ofTheMachine ? platform.variable(name) : ownVariable(name);
    return variable.map(Path::of).orElseGet(usual);
  }

  // A relative path would mean another directory wherever the tool is started.
  private Optional<Path> ownDirectory(String variable) {
    return ownVariable(variable).map(Path::of).filter(Path::isAbsolute);
  }

  private Optional<String> ownVariable(String name) {
    return platform.variable("GATEPASS_HOME").isPresent()
        ? Optional.empty()
        : platform.variable(name);
  }
}
