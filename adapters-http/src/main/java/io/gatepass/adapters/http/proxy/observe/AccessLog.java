package io.gatepass.adapters.http.proxy.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One line a request: time (ISO 8601, UTC), method, path without the query, status, bytes of the
 * answer's body, milliseconds. Written by a thread of its own, some lines at once: whoever reads
 * the log slowly must not slow the requests, so lines that nobody takes are dropped and counted.
 */
public final class AccessLog implements AutoCloseable {
  private static final int WAITING = 4096;
  private static final int LONGEST_PATH = 300;

  /** How long the first line waits for others. */
  private static final Duration GATHERING = Duration.ofMillis(20);

  private final BlockingQueue<Entry> entries = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicBoolean awake = new AtomicBoolean();
  private final Consumer<String> log;
  private final Thread writer;
  private volatile boolean closed;

  /** What is known of a request when it is over. */
  record Entry(Instant at, String method, String path, int status, long bytes, long milliseconds) {}

  /**
   * Writes to that log.
   *
   * @param log takes one or more lines, without the end of the last
   */
  public AccessLog(Consumer<String> log) {
    this.log = log;
    this.writer = Thread.ofPlatform().daemon().name("gatepass-access-log").start(this::write);
  }

  void add(Entry entry) {
    if (!entries.offer(entry)) {
      dropped.incrementAndGet();
    } else if (!awake.get() && awake.compareAndSet(false, true)) {
      LockSupport.unpark(writer);
    }
  }

  /** Writes what is left. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(writer);
    try {
      writer.join(1000);
    } catch (InterruptedException e) {
      // Whoever interrupts wants no more lines.
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    while (!closed) {
      awake.set(false);
      while (entries.isEmpty() && !closed) {
        LockSupport.park(this);
        awake.set(false);
      }
      awake.set(true);
      if (!closed) {
        LockSupport.parkNanos(this, GATHERING.toNanos());
      }
      writeWaiting();
    }
    writeWaiting(); // what came while the rest was written
  }

  private void writeWaiting() {
    List<Entry> gathered = new ArrayList<>();
    entries.drainTo(gathered);
    StringJoiner lines = new StringJoiner("\n");
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      lines.add("(" + lost + " lines of the access log were dropped)");
    }
    gathered.forEach(it -> lines.add(line(it)));
    if (lines.length() > 0) {
      log.accept(lines.toString());
    }
  }

  private static String line(Entry entry) {
    return entry.at().truncatedTo(ChronoUnit.MILLIS)
        + " "
        + printable(entry.method())
        + " "
        + printable(entry.path())
        + " "
        + entry.status()
        + " "
        + entry.bytes()
        + " "
        + entry.milliseconds();
  }

  /** One word, whatever the client sent. */
  private static String printable(String text) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length() && i < LONGEST_PATH; i++) {
      char next = text.charAt(i);
      word.append(next > ' ' && next < 127 ? next : '?');
    }
    return word.toString();
  }
}
