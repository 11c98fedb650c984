package io.gatepass.bootstrap.demo.gateway;

import io.gatepass.bootstrap.demo.http.LoopbackServer;
import io.gatepass.bootstrap.demo.http.Reply;
import io.gatepass.bootstrap.demo.http.Request;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * An LLM gateway on loopback for the demo and for tests. It takes only access tokens that its
 * issuer takes, speaks OpenAI's API under {@code /v1}, Anthropic's under {@code /anthropic/v1} and
 * Gemini's under {@code /v1beta}, whole or as server-sent events, and always answers the same
 * sentence.
 */
public final class EmbeddedGateway implements AutoCloseable {
  private final LoopbackServer server;
  private final Predicate<String> acceptsToken;
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  private EmbeddedGateway(LoopbackServer server, Predicate<String> acceptsToken) {
    this.server = server;
    this.acceptsToken = acceptsToken;
  }

  /**
   * A request that came in.
   *
   * @param method such as {@code POST}
   * @param path the path without the query
   * @param authorized whether its token was accepted
   */
  public record Call(String method, String path, boolean authorized) {}

  /**
   * Starts a gateway on a free port.
   *
   * @param acceptsToken whether an access token is good
   * @throws IOException if no port is free
   */
  public static EmbeddedGateway start(Predicate<String> acceptsToken) throws IOException {
    LoopbackServer server = LoopbackServer.bind(0);
    EmbeddedGateway gateway = new EmbeddedGateway(server, acceptsToken);
    server.serve(gateway::answer);
    return gateway;
  }

  /** Its address, such as {@code http://127.0.0.1:41235}. */
  public String url() {
    return server.origin();
  }

  /** Every request that came in, in order. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Request request) {
    boolean authorized = request.bearerToken().filter(acceptsToken).isPresent();
    calls.add(new Call(request.method(), request.path(), authorized));
    Dialect dialect = Dialect.of(request.path());
    if (!authorized) {
      return dialect
          .error(401, "The access token is missing, unknown or expired.")
          .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    return dialect
        .answer(request)
        .orElseGet(() -> dialect.error(404, "There is nothing at " + request.path() + "."));
  }
}
