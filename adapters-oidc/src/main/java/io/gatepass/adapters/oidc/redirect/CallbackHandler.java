package io.gatepass.adapters.oidc.redirect;

import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Takes the one request that answers the sign-in: a GET of the path, at a loopback name, with the
 * right {@code state}. Everything else gets a 404 and ends nothing, so that no page and no program
 * that guesses the port can disturb a sign-in.
 */
final class CallbackHandler extends Handler.Abstract {
  static final String PATH = "/callback";

  private final Secret state;
  private final List<String> hosts;
  private final PageWriter pages = new PageWriter();
  private final CompletableFuture<PendingCallback> received = new CompletableFuture<>();

  CallbackHandler(Secret state, int port) {
    this.state = state;
    this.hosts = List.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
  }

  CompletableFuture<PendingCallback> received() {
    return received;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    CallbackQuery query = CallbackQuery.parse(request.getHttpURI().getQuery());
    if (!isCallback(request) || !hasState(query) || !take(query, response, callback)) {
      pages.write(Page.foreign(), response, callback);
    }
    return true;
  }

  private boolean take(CallbackQuery query, Response response, Callback callback) {
    return received.complete(
        new PendingCallback(AuthorizationResponse.of(query), response, callback, pages));
  }

  private boolean isCallback(Request request) {
    return request.getMethod().equals("GET")
        && PATH.equals(request.getHttpURI().getPath())
        && isLoopback(request.getHeaders().get(HttpHeader.HOST));
  }

  private boolean isLoopback(@Nullable String host) {
    return host != null && hosts.contains(host.toLowerCase(Locale.ROOT));
  }

  /** Secrets are compared in constant time. */
  private boolean hasState(CallbackQuery query) {
    return query
        .one("state")
        .filter(it -> !it.isEmpty())
        .filter(it -> state.equals(Secret.of(it)))
        .isPresent();
  }
}
