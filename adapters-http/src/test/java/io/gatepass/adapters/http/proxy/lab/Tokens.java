package io.gatepass.adapters.http.proxy.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.ProxyServer.Applicant;
import io.gatepass.application.port.ProxyServer.Gatekeeper;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Admits one key, and has {@code token-1}, and {@code token-2} when that is turned away, etc. */
public final class Tokens implements Gatekeeper {
  /** The key. */
  public static final String KEY = "the-local-key";

  private final AtomicInteger number = new AtomicInteger(1);
  private final Semaphore store = new Semaphore(1);
  private final Semaphore asked = new Semaphore(0);

  @Override
  public boolean knows(Secret key) {
    return key.equals(Secret.of(KEY));
  }

  @Override
  public boolean admits(Secret key) {
    asked.release();
    store.acquireUninterruptibly();
    store.release();
    return knows(key);
  }

  /** The store of keys does not answer until that is closed. */
  public AutoCloseable storeThatHangs() {
    store.acquireUninterruptibly();
    return store::release;
  }

  /** Waits until the store is asked for a key. */
  public void awaitQuestionToStore() throws InterruptedException {
    assertThat(asked.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void token(Optional<AccessToken> rejected, Applicant applicant) {
    int now = rejected.isPresent() ? number.incrementAndGet() : number.get();
    applicant.granted(new AccessToken(Secret.of("token-" + now), Instant.EPOCH, Instant.MAX));
  }

  /** How many tokens have been turned away. */
  public int rejected() {
    return number.get() - 1;
  }
}
