package io.gatepass.adapters.http.proxy.forward;

import java.net.URI;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request whose target goes out byte for byte: Jetty's own would parse it, and a path that starts
 * with two slashes, or an unusual character in it, would not come out as it was.
 */
final class GatewayRequest extends HttpRequest {
  private final URI gateway;
  private final String path;
  private final @Nullable String query;

  /**
   * Prepares it.
   *
   * @param gateway the gateway's origin
   * @param path the path as it goes out
   * @param query the query as it goes out
   */
  GatewayRequest(HttpClient client, URI gateway, String path, @Nullable String query) {
    super(client, new HttpConversation(), gateway);
    this.gateway = gateway;
    this.path = path;
    this.query = query;
  }

  @Override
  public String getPath() {
    // Jetty's constructor asks before there is an answer.
    return path == null ? "/" : path;
  }

  @Override
  @SuppressWarnings("NullAway") // Jetty has no annotations; no query is null there
  public @Nullable String getQuery() {
    return query;
  }

  @Override
  public URI getURI() {
    return gateway;
  }
}
