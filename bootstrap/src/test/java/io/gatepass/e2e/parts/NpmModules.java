package io.gatepass.e2e.parts;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Modules that a {@code package-lock.json} names, in a directory of their own.
 *
 * @param sources where the lock file is, with what else belongs beside the modules
 * @param installed where the modules go
 */
public record NpmModules(Path sources, Path installed) {
  private static final long MINUTES = 15;
  private static final String LOCK = "package-lock.json";

  /** Installs what is not there yet; another build that installs the same is waited for. */
  public void install() throws IOException, InterruptedException {
    Files.createDirectories(installed);
    try (FileChannel channel =
            FileChannel.open(
                installed.resolveSibling(installed.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      boolean complete = isComplete();
      copySources();
      if (!complete) {
        npmCi();
      }
    }
  }

  private boolean isComplete() throws IOException {
    Path lock = installed.resolve(LOCK);
    return Files.exists(installed.resolve("node_modules/.package-lock.json"))
        && Files.exists(lock)
        && Files.mismatch(lock, sources.resolve(LOCK)) < 0;
  }

  private void copySources() throws IOException {
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        Path copy = installed.resolve(file.getFileName().toString());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void npmCi() throws IOException, InterruptedException {
    Path log = installed.resolve("npm.log");
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(installed.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!npm.waitFor(MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
      npm.destroyForcibly();
      throw new AssertionError("npm ci failed: " + Files.readString(log));
    }
  }
}
