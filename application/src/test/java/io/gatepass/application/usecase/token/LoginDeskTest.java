package io.gatepass.application.usecase.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.AuthorizationServer.Wish;
import io.gatepass.application.port.LoginsUnderWay.Page;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A closed tab comes back, and a laptop that nobody looks at does not fill with tabs. */
class LoginDeskTest {
  private static final String URL = "https://auth.example.com/authorize?state=1";

  private final SignIns machine = new SignIns();
  private final Turn turn = machine.logins.begin(machine.scope).orElseThrow();
  private final AtomicInteger pages = new AtomicInteger();
  private final LoginDesk desk = new LoginDesk(turn, pages::incrementAndGet, machine.clock);

  @BeforeEach
  void showThePage() {
    desk.pageReady(URL);
  }

  @AfterEach
  void close() {
    turn.close();
  }

  @Test
  void othersSeeThePage() {
    assertThat(pages).hasValue(1);
    assertThat(page()).isEqualTo(new Page(URL, 1, machine.clock.instant()));
  }

  @Test
  void nothingIsWantedUntilSomebodyAsks() {
    machine.clock.advance(Duration.ofMinutes(2));

    assertThat(desk.wish()).isEqualTo(Wish.WAIT);
  }

  @Test
  void whoAsksWithinThirtySecondsGetsNoOtherTab() {
    machine.clock.advance(Duration.ofSeconds(30).minusMillis(1));
    ask();
    machine.clock.advance(Duration.ofMinutes(1));

    assertThat(desk.wish()).isEqualTo(Wish.WAIT);
  }

  @Test
  void whoAsksAfterThirtySecondsGetsTheSamePageOnce() {
    machine.clock.advance(Duration.ofSeconds(30));
    ask();

    assertThat(desk.wish()).isEqualTo(Wish.SHOW_AGAIN);
    assertThat(desk.wish()).isEqualTo(Wish.WAIT);
    assertThat(page()).isEqualTo(new Page(URL, 2, machine.clock.instant()));
    assertThat(pages).as("the desktop is told once").hasValue(1);
  }

  @Test
  void pageIsShownAgainThreeTimesAndNoMore() {
    for (int more = 1; more <= 3; more++) {
      machine.clock.advance(Duration.ofSeconds(30));
      ask();
      assertThat(desk.hasShownAll()).isFalse();
      assertThat(desk.wish()).isEqualTo(Wish.SHOW_AGAIN);
    }
    machine.clock.advance(Duration.ofSeconds(30));
    ask();

    assertThat(desk.wish()).isEqualTo(Wish.WAIT);
    assertThat(desk.hasShownAll()).isTrue();
    assertThat(page().shown()).isEqualTo(4);
    assertThat(LoginDesk.isExhausted(page(), machine.clock.instant())).isTrue();
  }

  @Test
  void whoEndsItIsHeard() {
    machine.logins.cancel(machine.scope);

    assertThat(desk.wish()).isEqualTo(Wish.GIVE_UP);
  }

  private void ask() {
    machine.logins.askForPage(machine.scope, machine.clock.instant());
  }

  private Page page() {
    return machine.logins.find(machine.scope).orElseThrow().page().orElseThrow();
  }
}
