package io.gatepass.adapters.http.upstream;

import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.web.proxy.ForwardProxies;
import io.gatepass.domain.web.proxy.ForwardProxy;
import java.net.URI;
import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Tunnels through the forward proxy that the environment names, if any. Credentials go with the
 * first {@code CONNECT}: waiting to be asked for them would cost a connection.
 */
final class ProxyRoutes extends DefaultRoutePlanner {
  private final ForwardProxies proxies;

  ProxyRoutes(ForwardProxies proxies) {
    super(DefaultSchemePortResolver.INSTANCE);
    this.proxies = proxies;
  }

  @Override
  protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
    return proxies
        .towards(URI.create(target.toURI()))
        .map(proxy -> prepared(proxy, HttpClientContext.cast(context)))
        .orElse(null);
  }

  private static HttpHost prepared(ForwardProxy proxy, HttpClientContext context) {
    HttpHost host = new HttpHost(proxy.secure() ? "https" : "http", proxy.host(), proxy.port());
    proxy
        .authorization()
        .ifPresent(header -> {
          AuthExchange exchange = new AuthExchange();
          exchange.select(new Given(header));
          context.setAuthExchange(host, exchange);
        });
    return host;
  }

  /** Sends the header that the environment's credentials make, and listens to no challenge. */
  private static final class Given extends BasicScheme {
    private static final long serialVersionUID = 1L;

    private final transient Secret header;

    Given(Secret header) {
      this.header = header;
    }

    @Override
    public String generateAuthResponse(HttpHost host, HttpRequest request, HttpContext context) {
      return header.reveal();
    }
  }
}
