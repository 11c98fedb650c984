package io.gatepass.adapters.http.upstream;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends a request that takes too long as a whole: a socket's time limit starts anew with every byte.
 */
final class Deadline implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  private Deadline() {}

  /** Starts the clock; {@code onExpiry} runs unless this is closed before. */
  static Deadline of(Duration limit, Runnable onExpiry) {
    Deadline deadline = new Deadline();
    var _ = deadline.timer.schedule(onExpiry, limit.toMillis(), TimeUnit.MILLISECONDS);
    return deadline;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
