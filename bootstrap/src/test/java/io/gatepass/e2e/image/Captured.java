package io.gatepass.e2e.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Queue;

/** What a process writes to one of its streams, from the first character to the last. */
final class Captured {
  private final StringBuilder text = new StringBuilder();
  private final Thread reader;

  /**
   * Reads until the stream ends.
   *
   * @param lines gets every line as soon as it is whole
   */
  Captured(BufferedReader stream, Queue<String> lines) {
    this.reader = Thread.ofVirtual().start(() -> read(stream, lines));
  }

  /** Waits until the stream has ended, but not for a grandchild that holds it open. */
  void awaitEnd(Duration limit) throws InterruptedException {
    reader.join(limit);
  }

  /** What has come so far. */
  String text() {
    synchronized (text) {
      return text.toString();
    }
  }

  private void add(char next) {
    synchronized (text) {
      text.append(next);
    }
  }

  private void read(BufferedReader stream, Queue<String> lines) {
    StringBuilder line = new StringBuilder();
    try (stream) {
      for (int next = stream.read(); next >= 0; next = stream.read()) {
        add((char) next);
        if (next == '\n') {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          line.append((char) next);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
