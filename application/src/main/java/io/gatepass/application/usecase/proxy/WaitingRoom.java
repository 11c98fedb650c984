package io.gatepass.application.usecase.proxy;

import io.gatepass.application.port.ProxyServer.Applicant;
import io.gatepass.application.usecase.proxy.SharedToken.Patience;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.LoginRequired;
import io.gatepass.domain.oauth.AccessToken;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Where requests wait for a token, each no longer than its patience. */
final class WaitingRoom {
  private final Patience patience;
  private final ScheduledExecutorService timer = timer();

  WaitingRoom(Patience patience) {
    this.patience = patience;
  }

  /** Tells the applicant what the fetch gives, or that it has waited too long. */
  void enter(Fetch fetch, Applicant applicant) {
    Waiting waiting = new Waiting(fetch, applicant);
    waiting.alarm(patience.refresh(), waiting::refreshTooSlow);
    var _ = fetch.result().whenComplete(waiting::end);
  }

  private static ScheduledExecutorService timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("gatepass-patience").factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** One request; it is told one thing. */
  private final class Waiting {
    private final Fetch fetch;
    private final Applicant applicant;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile @Nullable Future<?> alarm;

    Waiting(Fetch fetch, Applicant applicant) {
      this.fetch = fetch;
      this.applicant = applicant;
    }

    void alarm(Duration time, Runnable action) {
      alarm = timer.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The issuer is slow; a person may be. */
    void refreshTooSlow() {
      if (fetch.waitsForPerson()) {
        alarm(patience.login().minus(patience.refresh()), this::nobodyCame);
      } else if (told.compareAndSet(false, true)) {
        applicant.keptWaiting(patience.refresh());
      }
    }

    void nobodyCame() {
      if (told.compareAndSet(false, true)) {
        applicant.refused(
            new LoginRequired(
                "Nobody has signed in within " + patience.login().toSeconds() + " seconds.",
                "Run gatepass token, sign in, and try again."));
      }
    }

    void end(@Nullable AccessToken token, @Nullable Throwable failure) {
      if (!told.compareAndSet(false, true)) {
        return;
      }
      Future<?> set = alarm;
      if (set != null) {
        set.cancel(false);
      }
      if (token != null) {
        applicant.granted(token);
      } else if (failure instanceof GatepassException reason) {
        applicant.refused(reason);
      } else {
        applicant.keptWaiting(Duration.ZERO);
      }
    }
  }
}
