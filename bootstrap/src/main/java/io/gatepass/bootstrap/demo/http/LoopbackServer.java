package io.gatepass.bootstrap.demo.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP/1.1 server on 127.0.0.1 that hands every request to one function. */
public final class LoopbackServer implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes a port; requests wait until {@link #serve}.
   *
   * @param port the port, or 0 for a free one
   * @throws IOException if the port is taken
   */
  public static LoopbackServer bind(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", LOOPBACK);
    return new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), 0));
  }

  /**
   * Starts to answer.
   *
   * @param answer what answers each request, from many threads at once
   */
  public void serve(Function<Request, Reply> answer) {
    server.createContext("/", exchange -> serve(exchange, answer));
    server.setExecutor(threads);
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Such as {@code http://127.0.0.1:41234}. */
  public String origin() {
    return "http://127.0.0.1:" + port();
  }

  /** Stops at once and frees the port; requests under way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void serve(HttpExchange exchange, Function<Request, Reply> answer)
      throws IOException {
    try (exchange) {
      Reply reply = answer.apply(read(exchange));
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      boolean bodiless = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.declaredLength());
      if (!bodiless) {
        reply.writeBody(exchange.getResponseBody());
      }
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    String query = exchange.getRequestURI().getRawQuery();
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Parameters.parse(query == null ? "" : query),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }
}
