package io.gatepass.application.port;

import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A login lock for the threads of one process. */
public final class InMemoryLoginLock implements LoginLock {
  private final Map<CredentialScope, Semaphore> permits = new ConcurrentHashMap<>();

  @Override
  public Held acquire(CredentialScope scope, Duration patience) {
    Semaphore permit = permits.computeIfAbsent(scope, _ -> new Semaphore(1));
    if (!taken(permit, patience)) {
      throw new LoginFailed(
          "Another sign-in is under way.", "Finish it in the browser and try again.");
    }
    AtomicBoolean closed = new AtomicBoolean();
    return () -> {
      if (!closed.getAndSet(true)) {
        permit.release();
      }
    };
  }

  private static boolean taken(Semaphore permit, Duration patience) {
    try {
      return permit.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
