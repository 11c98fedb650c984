package io.gatepass.domain.platform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The operating system, the user's home and the environment. Read once at the edge and handed in,
 * so that every system's paths are tested on every other.
 *
 * @param os the operating system
 * @param home the user's home directory, absolute; {@code GATEPASS_HOME} has been applied to it
 * @param environment the environment variables
 * @param workFolder the directory in which the command was given, absolute; absent where that says
 *     nothing of the user's work
 */
public record Platform(
    Os os, String home, Map<String, String> environment, Optional<String> workFolder) {
  /** Copies the environment. */
  public Platform {
    environment = Map.copyOf(environment);
  }

  /** A platform on which nobody works in a folder. */
  public Platform(Os os, String home, Map<String, String> environment) {
    this(os, home, environment, Optional.empty());
  }

  /** The same with another environment. */
  public Platform with(Map<String, String> changed) {
    return new Platform(os, home, changed, workFolder);
  }

  /** The operating systems that differ in paths, browsers and keychains. */
  public enum Os {
    /** Linux and other Unixes that follow the XDG base directories. */
    LINUX,
    /** macOS. */
    MACOS,
    /** Windows. */
    WINDOWS;

    /** The system with that name, as Java's {@code os.name} gives it. */
    public static Os ofName(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("windows")) {
        return WINDOWS;
      }
      return lower.startsWith("mac") ? MACOS : LINUX;
    }
  }

  /**
   * An environment variable; one set to the empty text counts as not set. On Windows, where it is
   * {@code Path} as often as {@code PATH}, upper and lower case are the same.
   */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> os == Os.WINDOWS ? ignoringCase(name) : Optional.empty())
        .filter(value -> !value.isEmpty());
  }

  /**
   * An environment variable that must name an absolute Unix path to count (XDG base directories).
   */
  public Optional<String> absolutePathVariable(String name) {
    return variable(name).filter(value -> os == Os.WINDOWS || value.startsWith("/"));
  }

  private Optional<String> ignoringCase(String name) {
    return environment.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public String toString() {
    return "Platform[" + os + ", " + home + "]";
  }
}
