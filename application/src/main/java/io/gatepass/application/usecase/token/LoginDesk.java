package io.gatepass.application.usecase.token;

import io.gatepass.application.port.AuthorizationServer.LoginWatch;
import io.gatepass.application.port.AuthorizationServer.Wish;
import io.gatepass.application.port.LoginsUnderWay.Page;
import io.gatepass.application.port.LoginsUnderWay.Progress;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where the login of this process hears what others want of it: its page once more, since the user
 * may have closed the tab, or its end. A laptop that nobody looks at must not fill with tabs.
 */
final class LoginDesk implements LoginWatch {
  /** A tab that was opened a moment ago is still looked for. */
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(30);

  /** The first time, and three more. */
  private static final int MOST_PAGES = 4;

  private final Turn turn;
  private final Runnable onPage;
  private final InstantSource clock;
  private Progress progress;

  LoginDesk(Turn turn, Runnable onPage, InstantSource clock) {
    this.turn = turn;
    this.onPage = onPage;
    this.clock = clock;
    this.progress = new Progress(clock.instant(), Optional.empty());
    turn.publish(progress);
  }

  /** Whether a page was shown as often as it may be, and the last one long enough ago. */
  static boolean isExhausted(Page page, Instant now) {
    return page.shown() >= MOST_PAGES && isOver(page, now);
  }

  /** Whether it has been shown as often as it may be. */
  boolean hasShownAll() {
    return progress.page().filter(page -> page.shown() >= MOST_PAGES).isPresent();
  }

  @Override
  public void pageReady(String url) {
    show(new Page(url, 1, clock.instant()));
    onPage.run();
  }

  @Override
  public Wish wish() {
    if (turn.isCancelled()) {
      return Wish.GIVE_UP;
    }
    Optional<Page> page = progress.page();
    Optional<Instant> asked = turn.pageAskedFor();
    if (page.isEmpty() || asked.isEmpty() || !isDue(page.get(), asked.get())) {
      return Wish.WAIT;
    }
    show(new Page(page.get().url(), page.get().shown() + 1, clock.instant()));
    return Wish.SHOW_AGAIN;
  }

  private static boolean isDue(Page page, Instant asked) {
    return page.shown() < MOST_PAGES && isOver(page, asked);
  }

  private static boolean isOver(Page page, Instant now) {
    return !now.isBefore(page.lastShownAt().plus(BETWEEN_PAGES));
  }

  private void show(Page page) {
    progress = new Progress(progress.startedAt(), Optional.of(page));
    turn.publish(progress);
  }
}
