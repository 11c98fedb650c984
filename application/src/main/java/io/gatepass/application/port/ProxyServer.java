package io.gatepass.application.port;

import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.ProxyPortTaken;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.settings.Connection;
import java.time.Duration;
import java.util.Optional;

/**
 * The HTTP server of the loopback proxy; proxy.md. It forwards what {@link Gatekeeper} admits to
 * the gateway, with an access token in place of the local key.
 */
public interface ProxyServer {
  /**
   * Listens on the connection's port of the loopback addresses, and on no other address.
   *
   * @param connection where to forward to, and the port
   * @param gatekeeper who may pass, and with which token
   * @throws ProxyPortTaken if another program has the port
   */
  Running start(Connection connection, Gatekeeper gatekeeper);

  /** A server that listens. */
  interface Running extends AutoCloseable {
    /** Where it listens. */
    ProxyAddress address();

    /** Waits until it has been closed, by whichever thread, and has stopped. */
    void awaitEnd() throws InterruptedException;

    /**
     * Takes no new request, gives those under way 5 seconds to end, and stops. Once is enough; a
     * second caller waits for the first.
     */
    @Override
    void close();
  }

  /** What the server asks for each request; from many threads at once. */
  interface Gatekeeper {
    /** Whether this is the local key as it was last read; compared in constant time, at once. */
    boolean knows(Secret key);

    /**
     * Whether this is the local key, which may have been replaced since it was read; compared in
     * constant time. Waits for the store where it has to be asked.
     */
    boolean admits(Secret key);

    /**
     * Asks for an access token.
     *
     * @param rejected a token that the gateway has just turned away; another one is asked for
     * @param applicant is told once: in this call where the answer is at hand, else by another
     *     thread
     */
    void token(Optional<AccessToken> rejected, Applicant applicant);
  }

  /** Who has asked for a token. */
  interface Applicant {
    /** Here it is. */
    void granted(AccessToken token);

    /** There is none, and why. */
    void refused(GatepassException reason);

    /** There is none yet; one that comes later is for later requests. */
    void keptWaiting(Duration time);
  }
}
