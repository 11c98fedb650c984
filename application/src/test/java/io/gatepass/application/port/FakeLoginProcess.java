package io.gatepass.application.port;

import io.gatepass.domain.gateway.CredentialScope;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Processes that are threads: each does what the test says a login process does. */
public final class FakeLoginProcess implements LoginProcess {
  private final LoginsUnderWay logins;
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger independent = new AtomicInteger();
  private @Nullable Runnable deed;

  /** Processes on a machine with those logins. */
  public FakeLoginProcess(LoginsUnderWay logins) {
    this.logins = logins;
  }

  /** From now on a process does this; null makes it impossible to start one. */
  public void doing(@Nullable Runnable changed) {
    deed = changed;
  }

  /** How many were started. */
  public int started() {
    return started.get();
  }

  /** How many made themselves independent. */
  public int independent() {
    return independent.get();
  }

  @Override
  public boolean start(CredentialScope scope) {
    Runnable work = deed;
    if (work == null) {
      return false;
    }
    started.incrementAndGet();
    Thread thread = Thread.ofVirtual().start(work);
    while (thread.isAlive() && !listens(scope)) {
      Thread.onSpinWait();
    }
    return true;
  }

  @Override
  public void becomeIndependent() {
    independent.incrementAndGet();
  }

  private boolean listens(CredentialScope scope) {
    return logins.find(scope).flatMap(LoginsUnderWay.Progress::page).isPresent();
  }
}
