package io.gatepass.adapters.http.upstream;

import io.gatepass.application.port.GatewayProbe;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.settings.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;

/**
 * Asks by {@code HEAD <gateway>/anthropic/v1/messages} without a token: a gateway that serves
 * Anthropic's API there answers 401.
 */
public final class HttpGatewayProbe implements GatewayProbe {
  private static final String PREFIX = "/anthropic";
  private static final int UNAUTHORIZED = 401;
  private static final int SERVER_ERROR = 500;

  private final GatewayClients clients;
  private final Duration limit;

  /**
   * A probe.
   *
   * @param limit how long it may take in all
   */
  public HttpGatewayProbe(GatewayClients clients, Duration limit) {
    this.clients = clients;
    this.limit = limit;
  }

  @Override
  public Optional<String> anthropicPathPrefix(Connection connection) {
    HttpHead request = new HttpHead(connection.gateway().withPath(PREFIX + "/v1/messages"));
    HttpClientContext context = HttpClientContext.create();
    try (CloseableHttpClient client = clients.open(connection.tls(), limit);
        Deadline _ = Deadline.of(limit, request::abort)) {
      int status = client.execute(request, context, response -> response.getCode());
      return status >= SERVER_ERROR || !hasReached(request, context)
          ? Optional.empty()
          : Optional.of(status == UNAUTHORIZED ? PREFIX : "");
    } catch (IOException _) {
      // Not reached, or not in time: nothing has been learnt, which is an answer of its own.
      return Optional.empty();
    }
  }

  @Override
  public List<String> models(Connection connection, AccessToken token) {
    HttpGet request = ModelList.request(connection, token);
    try (CloseableHttpClient client = clients.open(connection.tls(), limit);
        Deadline _ = Deadline.of(limit, request::abort)) {
      return client.execute(request, ModelList::read);
    } catch (IOException _) {
      // As above: the caller goes on without.
      return List.of();
    }
  }

  /** Without TLS it was a forward proxy that answered, and not by connecting us. */
  private static boolean hasReached(HttpHead request, HttpClientContext context) {
    return context.getSSLSession() != null || "http".equalsIgnoreCase(request.getScheme());
  }
}
