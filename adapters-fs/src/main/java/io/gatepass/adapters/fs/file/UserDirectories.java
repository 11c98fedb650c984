package io.gatepass.adapters.fs.file;

import io.gatepass.domain.platform.Platform;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where gatepass keeps its files on this system (product.md, "Where things are"). Nothing is
 * created.
 *
 * <p>{@code GATEPASS_HOME} stands for another user's home, or a test's. The variables that place
 * directories ({@code XDG_*}, {@code APPDATA}, {@code LOCALAPPDATA}) belong to the user who runs
 * the command, so where it is set they do not count. The machine policy is the machine's and stays.
 *
 * @param settings holds {@code config.json}
 * @param state holds undo records, locks and logs
 * @param machinePolicy the machine policy, a file that only an administrator can write
 * @param runtime gone at logout (XDG base directories: {@code $XDG_RUNTIME_DIR}); only on Linux,
 *     and not checked to be private
 */
public record UserDirectories(
    Path settings, Path state, Path machinePolicy, Optional<Path> runtime) {
  private static final String NAME = "gatepass";

  /** The directories of the platform's user. */
  public static UserDirectories of(Platform platform) {
    return switch (platform.os()) {
      case LINUX -> linux(platform);
      case MACOS -> macos(platform);
      case WINDOWS -> windows(platform);
    };
  }

  /** The user's settings file. */
  public Path settingsFile() {
    return settings.resolve("config.json");
  }

  /** Where the lock files are. */
  public Path locks() {
    return state.resolve("locks");
  }

  private static UserDirectories linux(Platform platform) {
    return new UserDirectories(
        base(platform, "XDG_CONFIG_HOME", ".config"),
        base(platform, "XDG_STATE_HOME", ".local", "state"),
        Path.of("/etc", NAME, "policy.json"),
        own(platform, "XDG_RUNTIME_DIR").map(directory -> directory.resolve(NAME)));
  }

  private static UserDirectories macos(Platform platform) {
    Path settings = base(platform, "XDG_CONFIG_HOME", "Library", "Application Support");
    return new UserDirectories(
        settings,
        settings.resolve("state"),
        Path.of("/Library", "Application Support", NAME, "policy.json"),
        Optional.empty());
  }

  private static UserDirectories windows(Platform platform) {
    String programData = platform.variable("ProgramData").orElse("C:\\ProgramData");
    return new UserDirectories(
        base(platform, "APPDATA", "AppData", "Roaming"),
        base(platform, "LOCALAPPDATA", "AppData", "Local"),
        Path.of(programData, NAME, "policy.json"),
        Optional.empty());
  }

  private static Path base(Platform platform, String variable, String... belowHome) {
    return own(platform, variable).orElse(Path.of(platform.home(), belowHome)).resolve(NAME);
  }

  private static Optional<Path> own(Platform platform, String variable) {
    if (platform.variable("GATEPASS_HOME").isPresent()) {
      return Optional.empty();
    }
    return platform.absolutePathVariable(variable).map(Path::of);
  }
}
