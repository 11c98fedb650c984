package io.gatepass.application.usecase.proxy;

import io.gatepass.application.port.ProxyServer.Applicant;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.LoginRequired;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxy's token, shared by all its requests: at hand, or fetched once for all who wait. Each
 * request waits with a limit of its own; the fetch goes on without it.
 */
final class SharedToken {
  /** How often a token that the gateway turns away is replaced before its end. */
  private static final Duration BETWEEN_REPLACEMENTS = Duration.ofMinutes(1);

  /** How long a token about to expire is used before the issuer in trouble is asked again. */
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(30);

  private final TokenSource source;
  private final InstantSource clock;
  private final WaitingRoom waitingRoom;

  private volatile @Nullable Held held;
  private @Nullable Fetch fetch;
  private Instant replacedAt = Instant.MIN;

  /**
   * How long a request waits.
   *
   * @param refresh for a cached or a refreshed token
   * @param login for a person
   */
  record Patience(Duration refresh, Duration login) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(15), Duration.ofMinutes(3));
  }

  private record Held(AccessToken token, Instant fetchedAt) {}

  SharedToken(TokenSource source, InstantSource clock, Patience patience) {
    this.source = source;
    this.clock = clock;
    this.waitingRoom = new WaitingRoom(patience);
  }

  static boolean same(AccessToken token, Optional<AccessToken> rejected) {
    return rejected.filter(it -> it.value().equals(token.value())).isPresent();
  }

  /** Gives the applicant a token, now or when there is one. */
  void request(Optional<AccessToken> rejected, Applicant applicant) {
    Held now = held;
    if (now != null && isUsable(now) && !same(now.token(), rejected)) {
      applicant.granted(now.token());
    } else {
      join(rejected, applicant);
    }
  }

  private void join(Optional<AccessToken> rejected, Applicant applicant) {
    Fetch joined;
    synchronized (this) {
      joined = fetch;
      if (joined == null && mayFetch(rejected)) {
        joined = new Fetch(source, rejected, this::fetched);
        fetch = joined;
        Thread.ofVirtual().name("gatepass-token").start(joined);
      }
    }
    if (joined == null) {
      applicant.refused(justReplaced());
    } else {
      waitingRoom.enter(joined, new Again(rejected, joined.rejected(), applicant));
    }
  }

  /** A gateway that turns every token away must not have the issuer asked at every request. */
  private boolean mayFetch(Optional<AccessToken> rejected) {
    Instant now = clock.instant();
    Held current = held;
    if (current == null || !same(current.token(), rejected)) {
      return true;
    }
    if (!replacedAt.equals(Instant.MIN) && isWithin(replacedAt, now, BETWEEN_REPLACEMENTS)) {
      return false;
    }
    replacedAt = now;
    return true;
  }

  private static LoginRequired justReplaced() {
    return new LoginRequired(
        "The gateway has turned away a token that is new.", "Run: gatepass token");
  }

  private synchronized void fetched(Optional<AccessToken> token) {
    fetch = null;
    token.ifPresent(it -> held = new Held(it, clock.instant()));
  }

  private boolean isUsable(Held now) {
    Instant instant = clock.instant();
    return RefreshWindow.isFresh(now.token(), instant)
        || (!now.token().hasExpired(instant)
            && isWithin(now.fetchedAt(), instant, BETWEEN_ATTEMPTS));
  }

  private static boolean isWithin(Instant since, Instant now, Duration limit) {
    return Duration.between(since, now).abs().compareTo(limit) < 0;
  }

  /** Somebody who joined a fetch that did not know of his rejected token, and may get just that. */
  private final class Again implements Applicant {
    private final Optional<AccessToken> rejected;
    private final Optional<AccessToken> known;
    private final Applicant applicant;

    Again(Optional<AccessToken> rejected, Optional<AccessToken> known, Applicant applicant) {
      this.rejected = rejected;
      this.known = known;
      this.applicant = applicant;
    }

    @Override
    public void granted(AccessToken token) {
      if (same(token, rejected) && !known.equals(rejected)) {
        request(rejected, applicant);
      } else {
        applicant.granted(token);
      }
    }

    @Override
    public void refused(GatepassException reason) {
      applicant.refused(reason);
    }

    @Override
    public void keptWaiting(Duration time) {
      applicant.keptWaiting(time);
    }
  }
}
