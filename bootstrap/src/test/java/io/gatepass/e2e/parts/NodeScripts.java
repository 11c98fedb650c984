package io.gatepass.e2e.parts;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scripts of {@code src/test/node}, copied beside their modules under {@code target/node}. */
final class NodeScripts {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final NpmModules MODULES =
      new NpmModules(MODULE.resolve("src/test/node"), MODULE.resolve("target/node"));

  private static boolean ready;

  private NodeScripts() {}

  /** How to start a script; its stderr goes to this program's. */
  static ProcessBuilder start(String script, String... arguments)
      throws IOException, InterruptedException {
    install();
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(MODULES.installed().toFile())
        .redirectError(Redirect.INHERIT);
  }

  /** Installs the modules that the lock file names, once a build. */
  private static synchronized void install() throws IOException, InterruptedException {
    if (!ready) {
      MODULES.install();
      ready = true;
    }
  }
}
