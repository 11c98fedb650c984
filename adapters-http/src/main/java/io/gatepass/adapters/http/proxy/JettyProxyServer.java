package io.gatepass.adapters.http.proxy;

import io.gatepass.adapters.http.proxy.client.HangUps;
import io.gatepass.adapters.http.proxy.dialect.BadMessageReply;
import io.gatepass.adapters.http.proxy.forward.ForwardingHandler;
import io.gatepass.adapters.http.proxy.forward.Route;
import io.gatepass.adapters.http.proxy.gateway.GatewayClient;
import io.gatepass.adapters.http.proxy.listen.Listening;
import io.gatepass.adapters.http.proxy.listen.LoopbackSockets;
import io.gatepass.adapters.http.proxy.listen.ProxyConnector;
import io.gatepass.adapters.http.proxy.observe.AccessLog;
import io.gatepass.adapters.http.proxy.observe.OwnPages;
import io.gatepass.adapters.http.proxy.observe.Traffic;
import io.gatepass.application.port.ProxyServer;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.settings.Connection;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** The loopback proxy on Jetty: nothing in it waits, so few threads carry many requests. */
public final class JettyProxyServer implements ProxyServer {
  /** Selectors, and those that do the work; the work does not wait. */
  private static final int THREADS = 32;

  private final GatewayClient gateways;
  private final LoopbackSockets sockets;
  private final Consumer<String> accessLog;
  private final InstantSource clock;
  private final String version;

  /**
   * Wires the server.
   *
   * @param accessLog takes the lines of the requests, from one thread
   * @param version what the health page says
   */
  public JettyProxyServer(
      GatewayClient gateways,
      LoopbackSockets sockets,
      Consumer<String> accessLog,
      InstantSource clock,
      String version) {
    this.gateways = gateways;
    this.sockets = sockets;
    this.accessLog = accessLog;
    this.clock = clock;
    this.version = version;
  }

  @Override
  public Running start(Connection connection, Gatekeeper gatekeeper) {
    try {
      List<Listening> listening = sockets.open(connection.proxy().port());
      return start(connection, gatekeeper, listening);
    } catch (GatepassException e) {
      throw e;
    } catch (Exception e) {
      throw new StorageFailed(
          "The proxy cannot listen on 127.0.0.1: " + e.getMessage(),
          "Allow programs to listen on 127.0.0.1.",
          e);
    }
  }

  private Running start(Connection connection, Gatekeeper gatekeeper, List<Listening> listening)
      throws Exception {
    Server server = server();
    HttpClient client =
        gateways.create(
            connection,
            new GatewayClient.Shared(
                server.getThreadPool(), server.getScheduler(), server.getByteBufferPool()));
    AccessLog log = new AccessLog(accessLog);
    Traffic traffic = new Traffic(log, clock);
    HangUps hangUps = new HangUps(server.getScheduler());
    Handler forwarding = forwarding(connection, client, gatekeeper, hangUps);
    server.setHandler(guarded(traffic, gatekeeper, forwarding));
    server.setErrorHandler(new BadMessageReply());
    for (Listening socket : listening) {
      server.addConnector(ProxyConnector.over(server, socket));
    }
    client.start();
    server.start();
    return new RunningProxy(connection.proxy(), server, client, traffic, log);
  }

  private Handler guarded(Traffic traffic, Gatekeeper gatekeeper, Handler forwarding) {
    LoopbackGuard loopback = new LoopbackGuard();
    loopback.setHandler(new OwnPages(traffic, version, new LocalKeyGuard(gatekeeper, forwarding)));
    traffic.setHandler(loopback);
    return traffic;
  }

  private static Handler forwarding(
      Connection connection, HttpClient client, Gatekeeper gatekeeper, HangUps hangUps) {
    URI gateway = URI.create(connection.gateway().value());
    URI origin = URI.create(gateway.getScheme() + "://" + gateway.getRawAuthority());
    String prefix = gateway.getRawPath() == null ? "" : gateway.getRawPath();
    return new ForwardingHandler(
        new Route(client, origin, prefix, new TokenInjector(), gatekeeper, hangUps));
  }

  private static Server server() throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("gatepass-proxy");
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    return new Server(
        threads, new ScheduledExecutorScheduler("gatepass-timer", true), new ArrayByteBufferPool());
  }
}
