package io.gatepass.e2e.image;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The built image, started as a child process in a sandbox. */
public final class GatepassImage {
  private final Path launcher;

  private GatepassImage(Path launcher) {
    this.launcher = launcher;
  }

  /** The image that the build has just made. */
  public static GatepassImage underTest() {
    String image =
        Objects.requireNonNull(
            System.getProperty("gatepass.image"), "run by failsafe, after the image is built");
    return new GatepassImage(Path.of(image, "bin", "gatepass"));
  }

  /** The absolute path of the program. */
  public Path launcher() {
    return launcher;
  }

  /** The directory that holds all of it. */
  Path home() {
    return launcher.getParent().getParent();
  }

  /** Starts a command and does not wait for it. */
  public RunningGatepass start(Sandbox sandbox, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(arguments);
    return run(sandbox, command);
  }

  /** Starts any command in the sandbox, such as one that gatepass has written somewhere. */
  public static RunningGatepass run(Sandbox sandbox, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(sandbox.root().toFile())
            .redirectInput(Redirect.from(new File("/dev/null")));
    builder.environment().clear();
    builder.environment().putAll(sandbox.environment());
    try {
      return new RunningGatepass(builder.start(), String.join(" ", command));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
