package io.gatepass.adapters.fs.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.FileLock;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.gateway.CredentialScope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Of many processes that find no token at once, the one that goes for it. The others need not even
 * load what that takes: they wait for it to end. It is no lock and protects nothing; who does not
 * wait only works more. Its process is named in {@code <scope>.ahead} in the runtime directory, by
 * number and start, so that one that was killed is seen to be gone.
 */
public final class Forerunner {
  /** To look at one small file. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final FileLocks locks;
  private final AtomicFile file;
  private final String lock;

  /**
   * The forerunner of a scope.
   *
   * @param directory gatepass's own in the user's runtime directory
   */
  public Forerunner(FileLocks locks, Path directory, CredentialScope scope) {
    this.locks = locks;
    this.file = new AtomicFile(directory.resolve(scope.id() + ".ahead"));
    this.lock = "ahead-" + scope.id();
  }

  /**
   * Tells whether another process is ahead, which can be waited for; where none is, this one is
   * from now on.
   *
   * @param pid the process that will go for the token, this one or the one that has started it
   */
  public boolean isAheadOf(long pid) {
    try {
      Optional<FileLock> held = locks.acquire(lock, PATIENCE);
      if (held.isEmpty()) {
        return false;
      }
      try (FileLock _ = held.get()) {
        return isRunning() || !takeTheLead(pid);
      }
    } catch (StorageFailed e) {
      return false; // then each goes by itself
    }
  }

  /** Whether the process ahead has not ended. */
  public boolean isRunning() {
    try {
      return file.read()
          .map(bytes -> new String(bytes, US_ASCII))
          .filter(it -> runs(it))
          .isPresent();
    } catch (StorageFailed e) {
      return false; // then there is nobody to wait for
    }
  }

  private boolean takeTheLead(long pid) {
    RunningProcess.of(pid).ifPresent(self -> file.write(line(self).getBytes(US_ASCII)));
    return true;
  }

  private static boolean runs(String line) {
    try {
      return RunningProcess.of(Long.parseLong(line, 0, Math.max(0, line.indexOf(' ')), 10))
          .filter(process -> line(process).equals(line))
          .isPresent();
    } catch (NumberFormatException e) {
      return false; // not written by us
    }
  }

  private static String line(RunningProcess process) {
    return process.pid() + " " + process.startedAt();
  }
}
