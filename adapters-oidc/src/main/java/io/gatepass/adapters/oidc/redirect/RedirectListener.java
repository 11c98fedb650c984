package io.gatepass.adapters.oidc.redirect;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * Listens on this machine for the answer to one sign-in (RFC 8252 §7.3), at {@code
 * http://localhost:<port>/callback}. Its port is free again when it is closed, or when the process
 * ends.
 */
public final class RedirectListener implements AutoCloseable {
  /** A request's line and headers; codes of some issuers are long. */
  private static final int HEADER_BYTES = 32 * 1024;

  /** Longer than a code exchange with all its retrievals may take. */
  private static final Duration IDLE = Duration.ofSeconds(60);

  private final Server server;
  private final CallbackHandler handler;
  private final int port;

  private RedirectListener(Server server, CallbackHandler handler, int port) {
    this.server = server;
    this.handler = handler;
    this.port = port;
  }

  /**
   * Starts to listen.
   *
   * @param port the port, or any that is free
   * @param state what the answer must repeat
   * @throws InvalidSettings if that port is taken
   * @throws LoginFailed if this machine gives no port at all
   */
  public static RedirectListener open(Optional<Integer> port, Secret state) {
    try {
      List<ServerSocketChannel> sockets = LoopbackSockets.bind(port);
      int bound = sockets.getFirst().socket().getLocalPort();
      CallbackHandler handler = new CallbackHandler(state, bound);
      Server server = server(handler);
      for (ServerSocketChannel socket : sockets) {
        server.addConnector(connector(server, socket));
      }
      server.start();
      return new RedirectListener(server, handler, bound);
    } catch (InvalidSettings e) {
      throw e;
    } catch (Exception e) {
      throw new LoginFailed(
          "The answer to the sign-in cannot be received: this machine does not let gatepass listen"
              + " on localhost.",
          "Allow programs to listen on 127.0.0.1, or sign in on another machine.",
          e);
    }
  }

  /** Where the issuer is to send the browser. */
  public String redirectUri() {
    return "http://localhost:" + port + CallbackHandler.PATH;
  }

  /** Whether the answer has not come yet. */
  public boolean isWaiting() {
    return !handler.received().isDone();
  }

  /** Waits for the answer; one that comes later can still be had. */
  public Optional<PendingCallback> poll(Duration time) throws InterruptedException {
    try {
      return Optional.of(handler.received().get(time.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      // Nobody has come yet.
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the listener never fails its future", e);
    }
  }

  /** The answer if it has come; one that comes later is refused. */
  public Optional<PendingCallback> lastLook() throws InterruptedException {
    boolean nobodyCame = handler.received().cancel(false);
    return nobodyCame ? Optional.empty() : poll(Duration.ZERO);
  }

  @Override
  public void close() {
    // An interrupt would make Jetty stop half-way and then be forgotten.
    boolean interrupted = Thread.interrupted();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the redirect listener does not stop", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Server server(CallbackHandler handler) {
    QueuedThreadPool threads = new QueuedThreadPool(8, 1);
    threads.setName("gatepass-redirect");
    threads.setDaemon(true);
    Server server =
        new Server(threads, new ScheduledExecutorScheduler("gatepass-redirect-timer", true), null);
    server.setHandler(handler);
    // A request that is no HTTP gets its status and nothing that it could put into a page.
    server.setErrorHandler((request, response, callback) -> {
      callback.succeeded();
      return true;
    });
    return server;
  }

  private static ServerConnector connector(Server server, ServerSocketChannel socket)
      throws IOException {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    configuration.setRequestHeaderSize(HEADER_BYTES);
    ServerConnector connector =
        new ServerConnector(server, 0, 1, new HttpConnectionFactory(configuration));
    connector.setIdleTimeout(IDLE.toMillis());
    connector.open(socket);
    return connector;
  }
}
