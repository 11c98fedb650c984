package io.gatepass.application.port;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.LoginsUnderWay.Ending;
import io.gatepass.application.port.LoginsUnderWay.Page;
import io.gatepass.application.port.LoginsUnderWay.Progress;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link LoginsUnderWay} does. Each test starts with no login. */
public abstract class LoginsUnderWayContract {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");
  private static final CredentialScope OTHER = new CredentialScope("fedcba9876543210");
  private static final Instant NINE = Instant.parse("2026-01-15T09:00:00.25Z");
  private static final Progress LISTENING =
      new Progress(
          NINE, Optional.of(new Page("https://auth.example.com/?a=b&c=%20\"d\"", 2, NINE)));
  private static final Duration LONG = Duration.ofSeconds(60);

  /** What is under test, or a further handle on the same logins. */
  protected abstract LoginsUnderWay logins();

  static Stream<GatepassException> failures() {
    return Stream.of(
        new LoginFailed("Denied: \"no\".", "Try again."),
        new LoginFailed(LoginFailed.Reason.UNANSWERED, "Nobody came.", "Try again."),
        new IssuerUnreachable("The issuer is down.", "Try later."),
        new InvalidSettings(Kind.FAILED, "The port is taken.", "Choose another."),
        new SecretStoreUnavailable(
            SecretStoreUnavailable.Reason.LOCKED, "The keychain is locked.", "Unlock it."),
        new StorageFailed("The disk is full.", "Make room."));
  }

  @Test
  protected void noLoginIsUnderWayAtFirst() {
    assertThat(logins().find(SCOPE)).isEmpty();
    assertThat(logins().ending(SCOPE)).isEmpty();
    assertThat(logins().awaitEnd(SCOPE, Duration.ZERO)).isTrue();
  }

  @Test
  protected void onlyOneLoginIsUnderWayForAScope() {
    try (Turn _ = logins().begin(SCOPE).orElseThrow()) {
      assertThat(logins().begin(SCOPE)).isEmpty();
      assertThat(logins().find(SCOPE)).isPresent();
      assertThat(logins().awaitEnd(SCOPE, Duration.ofMillis(20))).isFalse();
      assertThat(logins().find(OTHER)).isEmpty();
      logins().begin(OTHER).orElseThrow().close();
    }
    logins().begin(SCOPE).orElseThrow().close();
  }

  @Test
  protected void othersSeeHowFarItIs() {
    try (Turn turn = logins().begin(SCOPE).orElseThrow()) {
      turn.publish(new Progress(NINE, Optional.empty()));
      assertThat(logins().find(SCOPE)).contains(new Progress(NINE, Optional.empty()));

      turn.publish(LISTENING);
      assertThat(logins().find(SCOPE)).contains(LISTENING);
    }
    assertThat(logins().find(SCOPE)).isEmpty();
  }

  @Test
  protected void othersMayAskForThePage() {
    logins().askForPage(SCOPE, NINE);
    try (Turn turn = logins().begin(SCOPE).orElseThrow()) {
      assertThat(turn.pageAskedFor()).as("by those who asked for an earlier one").isEmpty();

      logins().askForPage(SCOPE, NINE.plusSeconds(40));

      assertThat(turn.pageAskedFor()).contains(NINE.plusSeconds(40));
      assertThat(turn.isCancelled()).isFalse();
    }
  }

  @Test
  protected void othersMayEndIt() {
    logins().cancel(SCOPE);
    try (Turn turn = logins().begin(SCOPE).orElseThrow()) {
      assertThat(turn.isCancelled()).as("by those who ended an earlier one").isFalse();

      logins().cancel(SCOPE);

      assertThat(turn.isCancelled()).isTrue();
    }
  }

  @Test
  protected void whoWaitsIsToldWhenItEnds() throws Exception {
    Turn turn = logins().begin(SCOPE).orElseThrow();
    CountDownLatch waiting = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> ended =
          threads.submit(() -> {
            waiting.countDown();
            return logins().awaitEnd(SCOPE, LONG);
          });
      waiting.await();
      assertThat(ended.isDone()).isFalse();

      turn.close();

      assertThat(ended.get(60, SECONDS)).isTrue();
    }
  }

  @Test
  protected void signInThatSucceededLeavesWord() {
    try (Turn turn = logins().begin(SCOPE).orElseThrow()) {
      turn.publish(LISTENING);
      turn.leave(new Ending.SignedIn());
    }

    assertThat(logins().ending(SCOPE)).contains(new Ending.SignedIn());
    assertThat(logins().ending(OTHER)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("failures")
  protected void failureIsToldToThoseWhoWaited(GatepassException failure) {
    try (Turn turn = logins().begin(SCOPE).orElseThrow()) {
      turn.leave(new Ending.Failed(failure));
    }

    assertThat(logins().ending(SCOPE))
        .hasValueSatisfying(ending ->
            assertThat(((Ending.Failed) ending).failure())
                .hasSameClassAs(failure)
                .extracting(LoginsUnderWayContract::told)
                .isEqualTo(told(failure)));
  }

  private static List<Object> told(Throwable throwable) {
    GatepassException failure = (GatepassException) throwable;
    Object reason =
        failure instanceof SecretStoreUnavailable unavailable ? unavailable.reason() : "none";
    return List.of(failure.what(), failure.remedy(), failure.kind(), reason);
  }

  @Test
  protected void nextLoginForgetsTheEndingOfTheOneBefore() {
    try (Turn turn = logins().begin(SCOPE).orElseThrow()) {
      turn.leave(new Ending.SignedIn());
    }

    logins().begin(SCOPE).orElseThrow().close();

    assertThat(logins().ending(SCOPE)).isEmpty();
  }
}
