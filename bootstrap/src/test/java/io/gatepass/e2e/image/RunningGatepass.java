package io.gatepass.e2e.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A command that may still be running. */
public final class RunningGatepass {
  /** Far longer than any command takes, but for a busy machine not for ever. */
  private static final long LIMIT_SECONDS = 120;

  private final Process process;
  private final String command;
  private final Path stdout;
  private final Thread listener;
  private final List<String> stderr = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();

  RunningGatepass(Process process, String command, Path stdout) {
    this.process = process;
    this.command = command;
    this.stdout = stdout;
    this.listener = Thread.ofVirtual().start(this::listen);
  }

  /** Waits for its end. */
  public Finished finish() {
    try {
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
      listener.join();
      Finished finished =
          new Finished(command, process.exitValue(), Files.readString(stdout), saidSoFar());
      if (!ended) {
        throw new AssertionError("still running after " + LIMIT_SECONDS + " s: " + finished);
      }
      return finished;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for " + command, e);
    }
  }

  /** Waits for a line on stderr; the lines before it are not looked at again. */
  public String awaitLine(Predicate<String> wanted) throws InterruptedException {
    while (true) {
      String line = unread.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("no such line from " + command + ":\n" + saidSoFar());
      }
      if (wanted.test(line)) {
        return line;
      }
    }
  }

  /** What Ctrl-C sends. */
  public void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  private String saidSoFar() {
    return String.join("\n", stderr);
  }

  private void listen() {
    try (BufferedReader lines = process.errorReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        stderr.add(line);
        unread.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
