package io.gatepass.adapters.http.proxy.listen;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
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
  public static ServerConnector over(Server server, ServerSocketChannel socket) throws IOException {
    HttpConnectionFactory http = new OwnTargets(configuration());
    OneThread thread = new OneThread(server.getThreadPool());
    ServerConnector connector = new ServerConnector(server, thread, null, null, 0, 1, http);
    connector.addEventListener(new Started(thread, connector));
    connector.setIdleTimeout(IDLE.toMillis());
    connector.addBean(new Hurry(server));
    connector.open(socket);
    return connector;
  }

  /**
   * Lets nobody new connect; who is connected stays. Jetty itself would listen until it stops, for
   * its selector accepts, and a socket of a selector's ends when that comes round.
   */
  public static void stopListening(ServerConnector connector) throws IOException {
    if (connector.getTransport() instanceof ServerSocketChannel socket) {
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
