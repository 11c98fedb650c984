package io.gatepass.adapters.http.proxy.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The clients that wait for an answer. To watch one costs two system calls and wakes a thread,
 * which most answers come too soon to be worth: only who still waits after a while is watched.
 */
public final class HangUps {
  private static final Duration WHILE = Duration.ofMillis(200);

  private final Scheduler scheduler;
  private final Set<HangUp> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean ticking = new AtomicBoolean();

  /** Keeps the time by that clock. */
  public HangUps(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  void add(HangUp hangUp) {
    waiting.add(hangUp);
    tickWhileSomebodyWaits();
  }

  void remove(HangUp hangUp) {
    waiting.remove(hangUp);
  }

  private void tickWhileSomebodyWaits() {
    if (!waiting.isEmpty() && ticking.compareAndSet(false, true)) {
      var _ = scheduler.schedule(this::tick, WHILE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void tick() {
    waiting.removeIf(HangUp::hasWaitedLong);
    ticking.set(false);
    tickWhileSomebodyWaits();
  }
}
