package io.gatepass.application.usecase.token;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.LoginsUnderWay.Ending;
import io.gatepass.application.port.LoginsUnderWay.Page;
import io.gatepass.application.port.LoginsUnderWay.Progress;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Request;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.LoginRequired;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another process signs the user in, and its page has been shown. */
class ObtainTokenJoinTest {
  private static final String URL = "https://auth.example.com/authorize?state=1";

  private final SignIns machine = new SignIns();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Turn turn = machine.logins.begin(machine.scope).orElseThrow();

  @BeforeEach
  void pageIsShown() {
    shown(1);
  }

  @AfterEach
  void close() {
    turn.close();
    threads.close();
  }

  @Test
  void callerWaitsForItAndGetsItsToken() throws Exception {
    Future<Outcome> caller = asks(machine.byTool());
    awaitAsked();

    signsIn();

    assertThat(caller.get(60, SECONDS).tier()).isEqualTo(Tier.CACHE);
    assertThat(caller.get().user()).contains("ada@example.com");
    assertThat(machine.browsersOpened()).isZero();
    assertThat(machine.notices.progress())
        .containsExactly(
            "started https://auth.example.com", "finished ada@example.com", "abandoned");
  }

  @Test
  void itsFailureIsTheCallers() {
    Future<Outcome> caller = asks(machine.byTool());
    awaitAsked();

    turn.leave(new Ending.Failed(Troubles.denied()));
    turn.close();

    assertThat(caller)
        .failsWithin(Duration.ofSeconds(60))
        .withThrowableThat()
        .withMessageContaining("The sign-in was denied.");
  }

  @Test
  void personIsShownTheAddress() throws Exception {
    Future<Outcome> caller = asks(machine.byPerson());
    awaitAsked();

    signsIn();

    assertThat(caller.get(60, SECONDS)).isNotNull();
    assertThat(machine.notices.progress()).contains("url " + URL);
  }

  @Test
  void callerAsksForThePageAgain() throws Exception {
    machine.clock.advance(Duration.ofSeconds(31));

    Future<Outcome> caller = asks(machine.byTool());
    awaitAsked();

    assertThat(turn.pageAskedFor()).contains(machine.clock.instant());
    signsIn();
    assertThat(caller.get(60, SECONDS)).isNotNull();
  }

  @Test
  void toolIsToldAtOnceWhereNobodyCameForFourPages() {
    shown(4);
    machine.clock.advance(Duration.ofSeconds(30));

    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(machine::toolAsks)
        .withMessageContaining("4 times")
        .satisfies(it -> assertThat(it.remedy()).contains("gatepass login", "gatepass status"));
  }

  @Test
  void personWaitsAlsoWhereNobodyCameForFourPages() throws Exception {
    shown(4);
    machine.clock.advance(Duration.ofSeconds(30));

    Future<Outcome> caller = asks(machine.byPerson());
    awaitAsked();

    signsIn();
    assertThat(caller.get(60, SECONDS)).isNotNull();
  }

  @Test
  void deferredCallerDoesNotWait() {
    assertThatExceptionOfType(LoginRequired.class).isThrownBy(machine::deferredAsks);
  }

  @Test
  void detachedCallerStartsNoProcess() throws Exception {
    machine.process.doing(() -> {});

    Future<Outcome> caller = asks(machine.byTool().detached());
    awaitAsked();

    signsIn();
    assertThat(caller.get(60, SECONDS)).isNotNull();
    assertThat(machine.process.started()).isZero();
  }

  private Future<Outcome> asks(Request request) {
    return threads.submit(() -> machine.newProcess().obtain(request));
  }

  private void awaitAsked() {
    while (turn.pageAskedFor().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private void shown(int times) {
    Page page = new Page(URL, times, machine.clock.instant());
    turn.publish(new Progress(machine.clock.instant(), Optional.of(page)));
  }

  private void signsIn() {
    AccessToken token =
        new AccessToken(
            Secret.of("access-of-another"),
            machine.clock.instant(),
            machine.clock.instant().plus(Duration.ofHours(1)));
    machine.store.save(machine.scope, new TokenSet(token, Optional.empty(), Optional.empty()));
    machine.users.remember(machine.scope, "ada@example.com");
    turn.leave(new Ending.SignedIn());
    turn.close();
  }
}
