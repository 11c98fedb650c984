package io.gatepass.adapters.oidc.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What time it is at the issuer, by the {@code Date} (RFC 9110 §6.6.1) of its last answer to a
 * form. Answers to forms are never cached, so their date is not old. Until there is one, and while
 * the two clocks are less than a minute apart, it is this machine's time.
 */
public final class IssuerClock implements InstantSource {
  /** The furthest that this machine's clock may be off for a sign-in to be believed. */
  public static final Duration FURTHEST = Duration.ofHours(1);

  /** Less is no matter: a date has whole seconds, and the answer was on its way for some. */
  private static final Duration NO_MATTER = Duration.ofMinutes(1);

  private final InstantSource machine;
  private volatile Duration ahead = Duration.ZERO;

  IssuerClock(InstantSource machine) {
    this.machine = machine;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }

  /** How far the issuer is ahead of this machine; negative where it is behind. */
  public Duration ahead() {
    return ahead;
  }

  /** Whether this machine's clock is off, by more than does no harm. */
  public boolean differs() {
    return !ahead.isZero();
  }

  /** Whether it is off by so much that nothing can be said about times. */
  public boolean isTooFarOff() {
    return ahead.abs().compareTo(FURTHEST) > 0;
  }

  /** By how much this machine's clock is off, as in "20 minutes fast". */
  public String howFarOff() {
    long minutes = Math.round(ahead.abs().toSeconds() / 60.0);
    String amount =
        minutes < 120
            ? minutes + (minutes == 1 ? " minute" : " minutes")
            : Math.round(minutes / 60.0) + " hours";
    return amount + (ahead.isNegative() ? " fast" : " slow");
  }

  /** Learns from an answer that has just come in. */
  void learn(HttpReply reply) {
    reply
        .date("date")
        .map(date -> Duration.between(machine.instant(), date))
        .map(seen -> seen.abs().compareTo(NO_MATTER) < 0 ? Duration.ZERO : seen)
        .ifPresent(seen -> ahead = seen);
  }
}
