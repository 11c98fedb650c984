package io.gatepass.e2e.parts;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The scripts of {@code src/test/node}, copied beside their modules under {@code target/node}. */
final class NodeScripts {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path SOURCES = MODULE.resolve("src/test/node");
  private static final Path INSTALLED = MODULE.resolve("target/node");
  private static final long INSTALL_MINUTES = 5;

  private static boolean ready;

  private NodeScripts() {}

  /** How to start a script; its stderr goes to this program's. */
  static ProcessBuilder start(String script, String... arguments)
      throws IOException, InterruptedException {
    install();
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(INSTALLED.toFile())
        .redirectError(Redirect.INHERIT);
  }

  /** Installs the modules that the lock file names, once a build. */
  private static synchronized void install() throws IOException, InterruptedException {
    if (ready) {
      return;
    }
    Path lock = INSTALLED.resolve("package-lock.json");
    boolean installed =
        Files.exists(INSTALLED.resolve("node_modules/.package-lock.json"))
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
    copySources();
    if (!installed) {
      npmCi();
    }
    ready = true;
  }

  private static void copySources() throws IOException {
    Files.createDirectories(INSTALLED);
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Path copy = INSTALLED.resolve(file.getFileName().toString());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void npmCi() throws IOException, InterruptedException {
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(INSTALLED.toFile())
            .redirectErrorStream(true)
            .redirectOutput(INSTALLED.resolve("npm.log").toFile())
            .start();
    if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
      npm.destroyForcibly();
      throw new AssertionError("npm ci failed: " + Files.readString(INSTALLED.resolve("npm.log")));
    }
  }
}
