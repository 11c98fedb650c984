package io.gatepass.application.port;

import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;

/**
 * One at a time looks for a token, refreshes it or begins a sign-in, for one scope of credentials,
 * across processes and threads. It is not held while a person signs in ({@link LoginsUnderWay}). A
 * holder that dies releases it.
 */
public interface LoginLock {
  /**
   * Waits for the lock and takes it.
   *
   * @param patience how long to wait
   * @throws LoginFailed if another process holds it for longer than that
   */
  Held acquire(CredentialScope scope, Duration patience);

  /** The lock, held until closed. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
