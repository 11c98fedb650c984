package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.domain.failure.ProxyPortTaken;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.settings.Connection;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link ProxyServer} does. */
public abstract class ProxyServerContract {
  /** The server under test. */
  protected abstract ProxyServer server();

  /** A port that nobody has. */
  protected abstract int freePort() throws Exception;

  /** Lets nobody in. */
  protected static final ProxyServer.Gatekeeper CLOSED =
      new ProxyServer.Gatekeeper() {
        @Override
        public boolean knows(Secret key) {
          return false;
        }

        @Override
        public boolean admits(Secret key) {
          return false;
        }

        @Override
        public void token(Optional<AccessToken> rejected, ProxyServer.Applicant applicant) {
          throw new AssertionError("nobody was admitted");
        }
      };

  @Test
  void listensAtTheConnectionsPort() throws Exception {
    // Given
    Connection connection = connection(freePort());

    // When
    try (ProxyServer.Running running = server().start(connection, CLOSED)) {
      // Then
      assertThat(running.address()).isEqualTo(connection.proxy());
    }
  }

  @Test
  void portThatIsTakenIsNamed() throws Exception {
    // Given
    Connection connection = connection(freePort());
    try (ProxyServer.Running _ = server().start(connection, CLOSED)) {
      // Then
      assertThatThrownBy(() -> server().start(connection, CLOSED))
          .isInstanceOf(ProxyPortTaken.class)
          .hasMessageContaining(Integer.toString(connection.proxy().port()));
    }
  }

  @Test
  void portIsFreeAgainWhenTheServerIsClosed() throws Exception {
    // Given
    Connection connection = connection(freePort());
    server().start(connection, CLOSED).close();

    // Then
    server().start(connection, CLOSED).close();
  }

  @Test
  @Timeout(60)
  void whoeverAwaitsTheEndIsToldOfIt() throws Exception {
    // Given
    ProxyServer.Running running = server().start(connection(freePort()), CLOSED);
    Thread waiting = Thread.ofVirtual().start(() -> awaitEnd(running));

    // When
    running.close();

    // Then
    waiting.join();
    running.awaitEnd();
    running.close();
  }

  private static void awaitEnd(ProxyServer.Running running) {
    try {
      running.awaitEnd();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }

  private static Connection connection(int port) {
    Connection any = Connections.example();
    return new Connection(
        any.gateway(),
        any.client(),
        any.callbackPort(),
        new ProxyAddress(port),
        any.tls(),
        any.anthropic());
  }
}
