package io.gatepass.e2e.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A command that may still be running. */
public final class RunningGatepass {
  /** Far longer than any command takes, but for a busy machine not for ever. */
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final Process process;
  private final String command;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Captured stdout;
  private final Captured stderr;

  RunningGatepass(Process process, String command) {
    this.process = process;
    this.command = command;
    this.stdout = new Captured(process.inputReader(UTF_8), lines);
    this.stderr = new Captured(process.errorReader(UTF_8), lines);
  }

  /** Waits for its end. */
  public Finished finish() {
    try {
      boolean ended = process.waitFor(LIMIT);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      stdout.awaitEnd(LIMIT);
      stderr.awaitEnd(LIMIT);
      Finished finished = new Finished(command, process.exitValue(), stdout.text(), stderr.text());
      if (!ended) {
        throw new AssertionError("still running after " + LIMIT + ": " + finished);
      }
      return finished;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for " + command, e);
    }
  }

  /** Waits for a line on stdout or stderr; the lines before it are not looked at again. */
  public String awaitLine(Predicate<String> wanted) throws InterruptedException {
    while (true) {
      String line = lines.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError(
            "no such line from " + command + ":\n" + stdout.text() + stderr.text());
      }
      if (wanted.test(line)) {
        return line;
      }
    }
  }

  /** {@code kill -9}, and waits for the end. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What Ctrl-C sends. */
  public void interrupt() throws IOException, InterruptedException {
    signal("INT");
  }

  /** What a service manager sends. */
  public void terminate() throws IOException, InterruptedException {
    signal("TERM");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }
}
