package io.gatepass.adapters.http.proxy.listen;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** Jetty's end of a listening socket: HTTP/1.1 as RFC 9112 has it, and no patience with others. */
public final class ProxyConnector {
  private static final int HEADER_BYTES = 32 * 1024;
  private static final int ANSWER_HEADER_BYTES = 128 * 1024;

  /** How long a connection may be silent between two requests, or within one. */
  private static final Duration IDLE = Duration.ofSeconds(60);

  /** How long a new connection may take to say what it wants. */
  private static final Duration FIRST_REQUEST = Duration.ofSeconds(10);

  private ProxyConnector() {}

  /** A connector for a socket that is bound already. */
  public static ServerConnector over(Server server, Listening socket) throws IOException {
    HttpConnectionFactory http = new OwnTargets(configuration());
    OneThread thread = new OneThread(server.getThreadPool());
    ServerConnector connector =
        socket.inherited()
            ? new Borrowing(server, thread, http)
            : new ServerConnector(server, thread, null, null, 0, 1, http);
    connector.addEventListener(new Started(thread, connector));
    connector.setIdleTimeout(IDLE.toMillis());
    connector.addBean(new Hurry(server));
    connector.open(socket.channel());
    return connector;
  }

  /**
   * Lets nobody new connect; who is connected stays. Jetty itself would listen until it stops, for
   * its selector accepts, and a socket of a selector's ends when that comes round. An inherited
   * socket stays open, and whoever connects waits for the next proxy.
   */
  public static void stopListening(ServerConnector connector) throws IOException {
    if (connector instanceof Borrowing) {
      connector.close();
    } else if (connector.getTransport() instanceof ServerSocketChannel socket) {
      socket.close();
    }
    connector
        .getSelectorManager()
        .getContainedBeans(ManagedSelector.class)
        .forEach(selector -> selector.submit(_ -> {}));
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setHttpCompliance(HttpCompliance.STRICT);
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setMaxResponseHeaderSize(ANSWER_HEADER_BYTES);
    configuration.setHeaderCacheCaseSensitive(true);
    // The path goes on as it is; what it means is the gateway's business.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    return configuration;
  }

  /**
   * Takes no more connections once it is closed, and leaves the socket open: Java closes the
   * standard streams with it, and the last lines of the log would be lost.
   */
  private static final class Borrowing extends ServerConnector {
    Borrowing(Server server, OneThread thread, HttpConnectionFactory http) {
      super(server, thread, null, null, 0, 1, http);
    }

    @Override
    public void close() {
      setAccepting(false);
      for (ManagedSelector selector :
          getSelectorManager().getContainedBeans(ManagedSelector.class)) {
        awaitNextRound(selector);
      }
    }

    @Override
    protected void doStop() throws Exception {
      close();
      super.doStop();
    }

    /** A selector that stops closes what it selects from; a round later it has let go of it. */
    private static void awaitNextRound(ManagedSelector selector) {
      CountDownLatch round = new CountDownLatch(1);
      selector.submit(_ -> selector.submit(_ -> round.countDown()));
      try {
        var _ = round.await(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        // Whoever interrupts does without the last lines of the log.
        Thread.currentThread().interrupt();
      }
    }
  }

  private record Started(OneThread thread, ServerConnector connector)
      implements LifeCycle.Listener {
    @Override
    public void lifeCycleStarted(LifeCycle event) {
      thread.of(connector);
    }
  }

  /** Ends a connection that dribbles its first request. */
  private record Hurry(Server server) implements Connection.Listener {
    @Override
    public void onOpened(Connection connection) {
      var _ =
          server
              .getScheduler()
              .schedule(
                  () -> {
                    if (connection.getMessagesIn() == 0) {
                      connection.close();
                    }
                  },
                  FIRST_REQUEST.toMillis(),
                  TimeUnit.MILLISECONDS);
    }
  }
}
