package io.gatepass.adapters.http.proxy.observe;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One line a request: time (ISO 8601, UTC), method, path without the query, status, bytes of the
 * answer's body, milliseconds. Written by a thread of its own: whoever reads the log slowly must
 * not slow the requests, so lines that nobody takes are dropped and counted.
 */
public final class AccessLog implements AutoCloseable {
  private static final int WAITING = 4096;
  private static final String END = "";
  private static final int LONGEST_PATH = 300;

  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private final Consumer<String> log;
  private final Thread writer;

  /** What is known of a request when it is over. */
  record Entry(Instant at, String method, String path, int status, long bytes, long milliseconds) {}

  /** Writes to that log. */
  public AccessLog(Consumer<String> log) {
    this.log = log;
    this.writer = Thread.ofPlatform().daemon().name("gatepass-access-log").start(this::write);
  }

  void add(Entry entry) {
    String line =
        "%s %s %s %d %d %d"
            .formatted(
                entry.at().truncatedTo(ChronoUnit.MILLIS),
                printable(entry.method()),
                printable(entry.path()),
                entry.status(),
                entry.bytes(),
                entry.milliseconds());
    if (!lines.offer(line)) {
      dropped.incrementAndGet();
    }
  }

  /** Writes what is left. */
  @Override
  public void close() {
    try {
      lines.put(END);
      writer.join(1000);
    } catch (InterruptedException e) {
      // Whoever interrupts wants no more lines.
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try {
      for (String line = lines.take(); !line.equals(END); line = lines.take()) {
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
          log.accept("(" + lost + " lines of the access log were dropped)");
        }
        log.accept(line);
      }
    } catch (InterruptedException e) {
      // Whoever interrupts wants no more lines.
      Thread.currentThread().interrupt();
    }
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
