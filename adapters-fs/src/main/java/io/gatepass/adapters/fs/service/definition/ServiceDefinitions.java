package io.gatepass.adapters.fs.service.definition;

import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The service on the user's system. */
public final class ServiceDefinitions {
  private ServiceDefinitions() {}

  /**
   * The definition.
   *
   * @param executable the absolute path of the gatepass program
   * @param uid the user's number, asked for on macOS only
   * @param port where the proxy listens, asked for on Linux only
   */
  public static ServiceDefinition of(
      Platform platform,
      UserDirectories directories,
      String executable,
      Supplier<String> uid,
      IntSupplier port) {
    return switch (platform.os()) {
      case LINUX -> SystemdUnit.of(platform, configHome(directories), executable, port.getAsInt());
      case MACOS -> LaunchAgent.of(platform, executable, uid.get());
      case WINDOWS -> ScheduledTask.of(platform, directories.state(), executable);
    };
  }

  private static Path configHome(UserDirectories directories) {
    return Objects.requireNonNull(directories.settings().getParent(), "an absolute directory");
  }
}
