package io.gatepass.adapters.fs.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * A lock that is held, against other processes and against other threads of this one, until it is
 * closed or the process ends. Any thread may close it.
 */
public final class FileLock implements AutoCloseable {
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  private final FileChannel channel;
  private final Semaphore inProcess;
  private final LongSupplier nanoTime;
  private final AtomicBoolean closed = new AtomicBoolean();

  FileLock(FileChannel channel, Semaphore inProcess, LongSupplier nanoTime) {
    this.channel = channel;
    this.inProcess = inProcess;
    this.nanoTime = nanoTime;
  }

  /**
   * Tries until it has the lock or the time is over. A blocking wait would do without the pauses,
   * but cannot be bounded, and POSIX takes two locks wanted crosswise by threads for a deadlock.
   */
  boolean tryUntil(long deadline) throws IOException, InterruptedException {
    long pause = FIRST_PAUSE;
    while (channel.tryLock() == null) {
      long left = deadline - nanoTime.getAsLong();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(Math.min(pause, left));
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    return true;
  }

  /** Releases the lock; once more does nothing. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // The descriptor is gone all the same, and the lock with it; nothing was written through it.
      return;
    } finally {
      inProcess.release();
    }
  }
}
