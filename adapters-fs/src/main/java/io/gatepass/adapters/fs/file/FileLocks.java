package io.gatepass.adapters.fs.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Locks by name, each a file of its own in one directory. The operating system keeps the locks and
 * releases those of a process that dies, so none is ever stale. The files are empty and are never
 * removed: removing one would let two processes hold "the same" lock on two files.
 */
public final class FileLocks {
  /** Locks belong to a process; what excludes its threads from each other is this, by lock file. */
  private static final ConcurrentMap<Path, Semaphore> IN_PROCESS = new ConcurrentHashMap<>();

  private final Path directory;
  private final LongSupplier nanoTime;

  /**
   * The locks of a directory.
   *
   * @param directory where the lock files are; created when needed
   * @param nanoTime a clock that only ever goes forward, in nanoseconds from anywhere
   */
  public FileLocks(Path directory, LongSupplier nanoTime) {
    this.directory = directory;
    this.nanoTime = nanoTime;
  }

  /**
   * Waits for a lock and takes it.
   *
   * @param name letters, digits, dots and dashes
   * @param patience how long to wait; zero to try once
   * @return the lock, or nothing where somebody held it for longer than that
   * @throws StorageFailed if the lock file cannot be used, or the thread is interrupted
   */
  public Optional<FileLock> acquire(String name, Duration patience) {
    long deadline = nanoTime.getAsLong() + patience.toNanos();
    Directories.create(directory);
    Path file = real(directory).resolve(name + ".lock");
    Semaphore inProcess = IN_PROCESS.computeIfAbsent(file, _ -> new Semaphore(1, true));
    try {
      if (!inProcess.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
      return acquire(file, inProcess, deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageFailed(
          "Waiting for the lock " + file + " was interrupted.", "Run the command again.", e);
    }
  }

  /**
   * Waits for the lock under which a file is read, changed and written, and takes it. Links and
   * other ways to name the same file lead to the same lock.
   *
   * @throws StorageFailed if another gatepass holds it for longer than the patience
   */
  public FileLock acquire(AtomicFile file, Duration patience) {
    byte[] target = real(file.target()).toString().getBytes(UTF_8);
    return acquire("file-" + UUID.nameUUIDFromBytes(target), patience)
        .orElseThrow(() ->
            new StorageFailed(
                file + " is being changed by another gatepass.",
                "Run the command again when that one has finished."));
  }

  private Optional<FileLock> acquire(Path file, Semaphore inProcess, long deadline)
      throws InterruptedException {
    FileLock lock = open(file, inProcess);
    boolean held = false;
    try {
      held = lock.tryUntil(deadline);
      return held ? Optional.of(lock) : Optional.empty();
    } catch (IOException e) {
      throw StorageFailures.writing(file, e);
    } finally {
      if (!held) {
        lock.close();
      }
    }
  }

  private FileLock open(Path file, Semaphore inProcess) {
    boolean opened = false;
    try {
      Set<OpenOption> options = Set.of(CREATE, WRITE);
      FileChannel channel = FileChannel.open(file, options, Ownership.privateFile(file));
      opened = true;
      return new FileLock(channel, inProcess, nanoTime);
    } catch (IOException e) {
      throw StorageFailures.writing(file, e);
    } finally {
      if (!opened) {
        inProcess.release();
      }
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // Not there yet: then its directory decides.
      Path parent = path.getParent();
      return parent == null ? path : real(parent).resolve(String.valueOf(path.getFileName()));
    }
  }
}
