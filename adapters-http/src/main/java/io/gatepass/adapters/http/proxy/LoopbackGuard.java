package io.gatepass.adapters.http.proxy;

import io.gatepass.adapters.http.proxy.dialect.ErrorReply;
import io.gatepass.adapters.http.proxy.dialect.ProxyError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets programs of this machine through and web pages not: no name but loopback's (DNS rebinding),
 * no origin but loopback's, no cross-site request of a browser, no method that a proxy must not
 * forward.
 */
final class LoopbackGuard extends Handler.Wrapper {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /** CONNECT would be a tunnel; TRACE would show the token. */
  private static final Set<String> METHODS = Set.of("CONNECT", "TRACE");

  private static final Set<String> FOREIGN_SITES = Set.of("cross-site", "same-site");

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<ProxyError> refusal = refusal(request);
    if (refusal.isEmpty()) {
      return super.handle(request, response, callback);
    }
    ErrorReply.refuse(request, response, callback, refusal.get());
    return true;
  }

  private static Optional<ProxyError> refusal(Request request) {
    if (METHODS.contains(request.getMethod())) {
      return Optional.of(
          ProxyError.badRequest("The proxy does not take " + request.getMethod() + "."));
    }
    if (!isFramed(request)) {
      return Optional.of(
          ProxyError.badRequest("The proxy takes no transfer coding but chunked, in HTTP/1.1."));
    }
    List<String> hosts = request.getHeaders().getValuesList(HttpHeader.HOST);
    if (hosts.size() != 1 || !isLoopback(hosts.getFirst())) {
      return Optional.of(
          ProxyError.forbidden(
              "forbidden_host", "The proxy answers at 127.0.0.1, [::1] and localhost only."));
    }
    if (isForeign(request)) {
      return Optional.of(
          ProxyError.forbidden("cross_site_request", "The proxy does not serve web pages."));
    }
    return Optional.empty();
  }

  /** What else Jetty would take it would take for chunked (RFC 9112 §6.1). */
  private static boolean isFramed(Request request) {
    HttpFields headers = request.getHeaders();
    return !headers.contains(HttpHeader.TRANSFER_ENCODING)
        || (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
            && headers.getValuesList(HttpHeader.TRANSFER_ENCODING).stream()
                .allMatch("chunked"::equalsIgnoreCase));
  }

  /** A host with or without a port. */
  private static boolean isLoopback(String host) {
    int colon = host.indexOf(':', Math.max(0, host.indexOf(']')));
    String name = colon < 0 ? host : host.substring(0, colon);
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isForeign(Request request) {
    List<String> sites = request.getHeaders().getValuesList("Sec-Fetch-Site");
    List<String> origins = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
    return sites.stream().anyMatch(site -> FOREIGN_SITES.contains(site.toLowerCase(Locale.ROOT)))
        || !origins.stream().allMatch(LoopbackGuard::isLoopbackOrigin);
  }

  private static boolean isLoopbackOrigin(String origin) {
    try {
      String authority = new URI(origin).getRawAuthority();
      return authority != null && isLoopback(authority);
    } catch (URISyntaxException e) {
      return false; // what is no origin is not loopback's
    }
  }
}
