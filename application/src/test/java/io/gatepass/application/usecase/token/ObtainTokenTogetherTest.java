package io.gatepass.application.usecase.token;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.LoginLock;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.LoginRequired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Ten tools ask at once: one login, one refresh. */
class ObtainTokenTogetherTest {
  private static final int CALLERS = 10;

  /** As between two machines that share a store, or a lock that a network drive does not keep. */
  private static final LoginLock UNLOCKED = (_, _) -> () -> {};

  private final SignIns machine = new SignIns();
  private final List<Duration> patience = new ArrayList<>();

  @Test
  void manyProcessesOpenOneBrowserAndGetTheSameToken() throws Exception {
    List<Outcome> outcomes = allAtOnce(machine::toolAsks);

    assertThat(machine.browsersOpened()).isOne();
    assertThat(machine.issuer.logins()).isOne();
    assertThat(outcomes)
        .extracting(Outcome::token)
        .hasSize(CALLERS)
        .containsOnly(outcomes.getFirst().token());
    assertThat(outcomes).extracting(Outcome::tier).containsOnlyOnce(Tier.LOGIN);
  }

  @Test
  void manyThreadsOfOneProcessOpenOneBrowser() throws Exception {
    ObtainToken process = machine.newProcess();

    List<Outcome> outcomes = allAtOnce(() -> process.obtain(machine.byTool()));

    assertThat(machine.browsersOpened()).isOne();
    assertThat(outcomes).extracting(Outcome::token).containsOnly(outcomes.getFirst().token());
  }

  @Test
  void manyProcessesMakeOneRefreshRequest() throws Exception {
    machine.personAsks();
    machine.clock.advance(Duration.ofHours(1));

    List<Outcome> outcomes = allAtOnce(machine::toolAsks);

    assertThat(machine.issuer.refreshes()).isOne();
    assertThat(machine.issuer.logins()).isOne();
    assertThat(outcomes).extracting(Outcome::token).containsOnly(outcomes.getFirst().token());
  }

  @Test
  void oneRefusalAnswersAllToolsThatWaited() throws Exception {
    machine.issuer.failLoginsWith(Troubles.denied());

    List<String> answers =
        allAtOnce(() -> {
          try {
            return machine.toolAsks().tier().name();
          } catch (LoginFailed e) {
            return e.what();
          }
        });

    assertThat(answers).hasSize(CALLERS).containsOnly("The sign-in was denied.");
    assertThat(machine.browsersOpened()).isOne();
  }

  @Test
  void whoHadToWaitFindsTheWorkDone() {
    LoginLock lockWithAHolderBefore =
        (scope, _) -> {
          machine.personAsks();
          return machine.lock.acquire(scope, Duration.ZERO);
        };

    Outcome outcome = machine.newProcess(lockWithAHolderBefore).obtain(machine.byTool());

    assertThat(outcome.tier()).isEqualTo(Tier.CACHE);
    assertThat(machine.issuer.logins()).isOne();
  }

  @Test
  void failedLoginLetsTheNextCallerIn() {
    machine.issuer.failLoginsWith(Troubles.denied());
    assertThatExceptionOfType(LoginFailed.class).isThrownBy(machine::personAsks);
    machine.issuer.failLoginsWith(null);

    assertThat(machine.newProcess().obtain(machine.byPerson()).tier()).isEqualTo(Tier.LOGIN);
    machine.lock.acquire(machine.scope, Duration.ZERO).close();
  }

  @Test
  void callerWaitsLongerThanALoginMayTake() {
    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(() -> machine.newProcess(this::busy).obtain(machine.byTool()))
        .withMessage("Another sign-in is under way.");

    assertThat(patience)
        .singleElement()
        .satisfies(it -> assertThat(it).isGreaterThan(Duration.ofMinutes(3)));
  }

  @Test
  void deferredCallerDoesNotWaitForAPerson() {
    machine.personAsks();
    machine.clock.advance(Duration.ofHours(1));

    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(() -> machine.newProcess(this::busy).obtain(machine.deferred()));

    assertThat(patience)
        .singleElement()
        .satisfies(it -> assertThat(it).isLessThan(Duration.ofMinutes(1)));
  }

  @Test
  void deferredCallerWithNothingToRefreshDoesNotWaitAtAll() {
    assertThatExceptionOfType(LoginRequired.class)
        .isThrownBy(() -> machine.newProcess(this::busy).obtain(machine.deferred()));

    assertThat(patience).isEmpty();
  }

  @Test
  void whoWaitedInVainIsServedATokenThatHasNotExpired() {
    Outcome first = machine.personAsks();
    machine.clock.advance(Duration.ofMinutes(59));

    Outcome second = machine.newProcess(this::busy).obtain(machine.deferred());

    assertThat(second.token()).isEqualTo(first.token());
    assertThat(machine.notices.warnings())
        .containsExactly("Another sign-in is under way. Using the token that is still valid.");
  }

  @Test
  void whoSignsInAnewIsNotServedTheOldTokenInstead() {
    machine.personAsks();

    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(() -> machine.newProcess(this::busy).obtain(machine.byPerson().signingInAnew()))
        .withMessage("Another sign-in is under way.");
  }

  @Test
  void refreshTokenThatAnotherProcessHasSpentMeanwhileIsReadAgain() {
    machine.personAsks();
    machine.clock.advance(Duration.ofHours(1));
    machine.issuer.beforeNextRefresh(() -> machine.newProcess(UNLOCKED).obtain(machine.byTool()));

    Outcome outcome = machine.newProcess(UNLOCKED).obtain(machine.byTool());

    assertThat(outcome.tier()).isEqualTo(Tier.REFRESH);
    assertThat(machine.issuer.logins()).isOne();
    assertThat(machine.store.refreshToken(machine.scope)).isPresent();
  }

  private LoginLock.Held busy(Object scope, Duration howLong) {
    patience.add(howLong);
    throw new LoginFailed("Another sign-in is under way.", "Finish it in the browser.");
  }

  private static <T> List<T> allAtOnce(Supplier<T> caller) throws Exception {
    CountDownLatch ready = new CountDownLatch(CALLERS);
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<T>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        calls.add(
            threads.submit(() -> {
              ready.countDown();
              ready.await();
              return caller.get();
            }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> call : calls) {
        answers.add(call.get(60, SECONDS));
      }
      return answers;
    }
  }
}
