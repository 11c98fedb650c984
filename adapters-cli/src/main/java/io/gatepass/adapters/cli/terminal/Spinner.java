package io.gatepass.adapters.cli.terminal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Turns at the end of a line while something takes time. For terminals only. */
final class Spinner {
  private static final String[] FRAMES = {"|", "/", "-", "\\"};

  private final Terminal terminal;
  private final String line;
  private final ScheduledExecutorService timer;
  private int frame;

  /** Starts to turn behind the text. */
  Spinner(Terminal terminal, String line) {
    this.terminal = terminal;
    this.line = line;
    this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    var _ = timer.scheduleAtFixedRate(this::turn, 0, 120, TimeUnit.MILLISECONDS);
  }

  private synchronized void turn() {
    if (!timer.isShutdown()) {
      overwrite(line + " " + FRAMES[frame++ % FRAMES.length]);
    }
  }

  /** Stops and leaves the text in place of the line. */
  synchronized void finish(String text) {
    timer.shutdownNow();
    overwrite(text);
    terminal.say("");
  }

  /** Stops and leaves nothing, for other lines to take its place. */
  synchronized void clear() {
    timer.shutdownNow();
    overwrite("");
  }

  private void overwrite(String text) {
    terminal.err().print("\r\u001b[K" + text);
    terminal.err().flush();
  }
}
