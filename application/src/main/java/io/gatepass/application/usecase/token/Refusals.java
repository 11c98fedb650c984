package io.gatepass.application.usecase.token;

import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.RefusedLogins.Refusal;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.LoginFailed.Reason;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import java.time.InstantSource;

/**
 * For how long tools are told of a login that came to nothing instead of opening another browser: a
 * minute; five where nobody came although the page was shown as often as it may be; and each time
 * nobody comes again twice as long, up to an hour.
 */
final class Refusals {
  private static final Duration USUAL = Duration.ofMinutes(1);
  private static final Duration AFTER_ALL_PAGES = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final RefusedLogins refusals;
  private final InstantSource clock;

  Refusals(RefusedLogins refusals, InstantSource clock) {
    this.refusals = refusals;
    this.clock = clock;
  }

  void failWhileOneHolds(CredentialScope scope) {
    refusals
        .latest(scope)
        .filter(this::holds)
        .ifPresent(refusal -> {
          throw new LoginFailed(
              refusal.reason(),
              "Sign in with: gatepass login. Tools may ask again in "
                  + words(refusal.holds())
                  + ".");
        });
  }

  /** Remembers a login that was refused or that nobody came to; one given up is no refusal. */
  void remember(CredentialScope scope, LoginFailed failure, boolean allPagesShown) {
    if (failure.reason() == Reason.ABANDONED) {
      return;
    }
    boolean unanswered = failure.reason() == Reason.UNANSWERED;
    Duration holds = unanswered ? afterNobodyCame(scope, allPagesShown) : USUAL;
    refusals.remember(scope, new Refusal(clock.instant(), failure.what(), holds, unanswered));
  }

  void forget(CredentialScope scope) {
    refusals.forget(scope);
  }

  private Duration afterNobodyCame(CredentialScope scope, boolean allPagesShown) {
    Duration least = allPagesShown ? AFTER_ALL_PAGES : USUAL;
    return refusals
        .latest(scope)
        .filter(Refusal::unanswered)
        .map(before -> shorter(before.holds().multipliedBy(2), LONGEST))
        .filter(longer -> longer.compareTo(least) > 0)
        .orElse(least);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** A refusal from the future does not: the clock has been moved back since. */
  private boolean holds(Refusal refusal) {
    Duration age = Duration.between(refusal.at(), clock.instant());
    return age.abs().compareTo(refusal.holds()) < 0;
  }

  private static String words(Duration duration) {
    long minutes = Math.max(1, duration.toMinutes());
    return minutes == 1 ? "a minute" : minutes + " minutes";
  }
}
