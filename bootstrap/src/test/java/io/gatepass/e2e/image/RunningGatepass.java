package io.gatepass.e2e.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A command that may still be running. */
public final class RunningGatepass {
  /** Far longer than any command takes, but for a busy machine not for ever. */
  private static final long LIMIT_SECONDS = 120;

  private final Process process;
  private final String arguments;
  private final Path stdout;
  private final Path stderr;

  RunningGatepass(Process process, String arguments, Path stdout, Path stderr) {
    this.process = process;
    this.arguments = arguments;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /** Waits for its end. */
  public Finished finish() {
    try {
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
      Finished finished =
          new Finished(
              arguments, process.exitValue(), Files.readString(stdout), Files.readString(stderr));
      if (!ended) {
        throw new AssertionError("still running after " + LIMIT_SECONDS + " s: " + finished);
      }
      return finished;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for gatepass " + arguments, e);
    }
  }

  /** What Ctrl-C sends. */
  public void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }
}
