package io.gatepass.application.port;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link LoginLock} does. Each test starts with a free lock. */
public abstract class LoginLockContract {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");
  private static final CredentialScope OTHER = new CredentialScope("fedcba9876543210");
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(20);

  /** The lock under test; the same one at every call within a test. */
  protected abstract LoginLock lock();

  /** A further handle on the same lock; the same one again where there is only one. */
  protected abstract LoginLock sameLock();

  @Test
  protected void heldLockIsRefusedWhenThePatienceIsOver() {
    try (LoginLock.Held _ = lock().acquire(SCOPE, SHORT)) {
      assertThatExceptionOfType(LoginFailed.class)
          .isThrownBy(() -> sameLock().acquire(SCOPE, SHORT))
          .satisfies(e -> assertThat(e.remedy()).isNotBlank());
    }
  }

  @Test
  protected void lockIsFreeAgainWhenItIsClosed() {
    lock().acquire(SCOPE, SHORT).close();

    try (LoginLock.Held again = sameLock().acquire(SCOPE, SHORT)) {
      assertThat(again).isNotNull();
    }
  }

  @Test
  protected void anotherScopeIsNotHeldUp() {
    try (LoginLock.Held _ = lock().acquire(SCOPE, SHORT);
        LoginLock.Held other = sameLock().acquire(OTHER, SHORT)) {
      assertThat(other).isNotNull();
    }
  }

  @Test
  protected void closingTwiceDoesNotReleaseTheNextHoldersLock() {
    LoginLock.Held first = lock().acquire(SCOPE, SHORT);
    first.close();
    try (LoginLock.Held _ = lock().acquire(SCOPE, SHORT)) {
      first.close();

      assertThatExceptionOfType(LoginFailed.class)
          .isThrownBy(() -> sameLock().acquire(SCOPE, SHORT));
    }
  }

  @Test
  protected void waiterGetsTheLockWhenItsHolderLetsGo() throws Exception {
    LoginLock.Held held = lock().acquire(SCOPE, SHORT);
    CountDownLatch waiting = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> waiter =
          threads.submit(() -> {
            waiting.countDown();
            sameLock().acquire(SCOPE, LONG).close();
          });
      waiting.await();
      assertThat(waiter.isDone()).isFalse();

      held.close();

      assertThat(waiter.get(60, SECONDS)).isNull();
    }
  }

  @Test
  protected void onlyOneCallerAtATimeHoldsTheLock() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    List<Integer> seen = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> callers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        LoginLock handle = i % 2 == 0 ? lock() : sameLock();
        callers.add(threads.submit(() -> enter(handle, inside, seen)));
      }
      for (Future<?> caller : callers) {
        caller.get(60, SECONDS);
      }
    }
    assertThat(seen).hasSize(20).containsOnly(1);
  }

  /** The list needs no lock of its own: that is what is tested. */
  private static void enter(LoginLock handle, AtomicInteger inside, List<Integer> seen) {
    try (LoginLock.Held _ = handle.acquire(SCOPE, LONG)) {
      seen.add(inside.incrementAndGet());
      inside.decrementAndGet();
    }
  }
}
