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

  /**
   * How much older it may be, in {@link RunningProcess#startedAt} of Linux: 20 seconds. Whoever
   * comes later than that may want the sign-in's page opened again, which is 30 seconds after it
   * was shown, and goes to ask for it.
   */
  private static final long TICKS_AHEAD = 2000;

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
        return RunningProcess.of(pid).filter(this::isToFollow).isPresent();
      }
    } catch (StorageFailed e) {
      return false; // then each goes by itself
    }
  }

  /** Whether the process ahead has not ended. */
  public boolean isRunning() {
    return ahead().isPresent();
  }

  private boolean isToFollow(RunningProcess self) {
    if (ahead().filter(it -> self.startedAt() - it.startedAt() <= TICKS_AHEAD).isPresent()) {
      return true;
    }
    file.write(line(self).getBytes(US_ASCII));
    return false;
  }

  private Optional<RunningProcess> ahead() {
    try {
      return file.read().map(bytes -> new String(bytes, US_ASCII)).flatMap(Forerunner::named);
    } catch (StorageFailed e) {
      return Optional.empty(); // then there is nobody to wait for
    }
  }

  private static Optional<RunningProcess> named(String line) {
    try {
      return RunningProcess.of(Long.parseLong(line, 0, Math.max(0, line.indexOf(' ')), 10))
          .filter(process -> line(process).equals(line));
    } catch (NumberFormatException e) {
      return Optional.empty(); // not written by us
    }
  }

  private static String line(RunningProcess process) {
    return process.pid() + " " + process.startedAt();
  }
}
