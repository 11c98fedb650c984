package io.gatepass.adapters.fs.edit.dotenv;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The scripts of {@code src/test/node}, run beside their modules under {@code target/node}. */
final class NodeScript {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path SOURCES = MODULE.resolve("src/test/node");
  private static final Path INSTALLED = MODULE.resolve("target/node");
  private static final long MINUTES = 5;

  private static boolean ready;

  private NodeScript() {}

  /** Runs a script: its stdin in, its stdout out. */
  static String run(String script, String input) throws IOException, InterruptedException {
    install();
    Path in = Files.writeString(INSTALLED.resolve("in.txt"), input);
    Path out = INSTALLED.resolve("out.txt");
    finish(
        new ProcessBuilder("node", script)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(Redirect.INHERIT));
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  /** Installs the modules that the lock file names, once a test run. */
  private static synchronized void install() throws IOException, InterruptedException {
    if (ready) {
      return;
    }
    Files.createDirectories(INSTALLED);
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Path copy = INSTALLED.resolve(file.getFileName().toString());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    finish(
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .redirectErrorStream(true)
            .redirectOutput(INSTALLED.resolve("npm.log").toFile()));
    ready = true;
  }

  private static void finish(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.directory(INSTALLED.toFile()).start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(builder.command() + " failed in " + INSTALLED);
    }
  }
}
