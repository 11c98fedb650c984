package io.gatepass.adapters.fs.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.service.definition.Step;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the system's own programs: without a shell, without input, without gatepass's secrets. */
final class SystemCommands {
  private static final Set<String> KEPT_BACK =
      Set.of("GATEPASS_PASSPHRASE", "GATEPASS_ACCESS_TOKEN", "GATEPASS_REFRESH_TOKEN");

  /** Stopping a service waits for its requests in flight. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int MOST_OUTPUT = 4096;

  private final Platform platform;

  /** For that user on that machine. */
  SystemCommands(Platform platform) {
    this.platform = platform;
  }

  /**
   * Runs the steps until one fails that must not.
   *
   * @return what failed, in words; nothing where all is done
   */
  Optional<String> run(List<Step> steps) {
    return steps.stream().flatMap(step -> run(step).stream()).findFirst();
  }

  private Optional<String> run(Step step) {
    Optional<String> failure = failure(step.argv());
    return step.mayFail() ? Optional.empty() : failure;
  }

  private Optional<String> failure(List<String> argv) {
    String words = String.join(" ", argv);
    Optional<String> program = located(argv.getFirst());
    if (program.isEmpty()) {
      return Optional.of("there is no program \"" + argv.getFirst() + "\"");
    }
    try {
      Process process = builder(program.get(), argv).start();
      if (!process.waitFor(LIMIT)) {
        process.destroyForcibly();
        return Optional.of(words + " has not ended after " + LIMIT.toSeconds() + " seconds");
      }
      return process.exitValue() == 0 ? Optional.empty() : Optional.of(words + said(process));
    } catch (IOException e) {
      return Optional.of(words + " could not be started: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody waits for its end any more; that is what is said
      return Optional.of(words + " was not waited for");
    }
  }

  private ProcessBuilder builder(String program, List<String> argv) {
    List<String> command = new ArrayList<>(argv);
    command.set(0, program);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File(isWindows() ? "NUL" : "/dev/null"));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(platform.environment());
    environment.keySet().removeAll(KEPT_BACK);
    return builder;
  }

  /** What there is by now: a service that was started may hold the stream open. */
  private static String said(Process process) throws IOException {
    InputStream output = process.getInputStream();
    byte[] bytes = output.readNBytes(Math.min(output.available(), MOST_OUTPUT));
    return new String(bytes, UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> ": " + line)
        .orElse(" failed with exit code " + process.exitValue());
  }

  private Optional<String> located(String program) {
    if (isWindows()) {
      return Optional.of(program);
    }
    return Arrays.stream(platform.variable("PATH").orElse("/usr/bin:/bin").split(":", -1))
        .filter(directory -> directory.startsWith("/"))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  private boolean isWindows() {
    return platform.os() == Os.WINDOWS;
  }
}
