package io.gatepass.application.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class MovableClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-01-15T09:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves the clock forward, or back by a negative duration. */
  public void advance(Duration duration) {
    now = now.plus(duration);
  }
}
