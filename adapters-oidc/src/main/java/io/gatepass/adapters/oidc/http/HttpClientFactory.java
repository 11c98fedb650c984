package io.gatepass.adapters.oidc.http;

import io.gatepass.adapters.oidc.proxy.ProxyRoutes;
import io.gatepass.adapters.oidc.tls.LazyTls;
import io.gatepass.application.port.TlsTrust;
import io.gatepass.domain.settings.Connection.Tls;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the one HTTP client through which everything goes to the issuer. It never repeats a request
 * (a repeated refresh would look like theft, RFC 9700 §4.14), follows no redirect, keeps no cookie
 * and asks for no compression.
 */
public final class HttpClientFactory {
  /** A connection is there within 5 seconds. */
  public static final Duration CONNECT = Duration.ofSeconds(5);

  /** The server is never silent for 10 seconds. */
  public static final Duration RESPONSE = Duration.ofSeconds(10);

  private final TlsTrust trust;
  private final ForwardProxies proxies;
  private final InstantSource clock;
  private final Duration connect;
  private final Duration response;

  /** A factory with the usual time limits. */
  public HttpClientFactory(TlsTrust trust, ForwardProxies proxies, InstantSource clock) {
    this(trust, proxies, clock, CONNECT, RESPONSE);
  }

  /**
   * A factory with time limits of one's own.
   *
   * @param connect how long a connection may take to be made
   * @param response how long the server may be silent
   */
  public HttpClientFactory(
      TlsTrust trust,
      ForwardProxies proxies,
      InstantSource clock,
      Duration connect,
      Duration response) {
    this.trust = trust;
    this.proxies = proxies;
    this.clock = clock;
    this.connect = connect;
    this.response = response;
  }

  /**
   * A client that trusts whom the connection says, and goes through the proxies that the
   * environment names; to be closed by the caller.
   */
  public IssuerHttp open(Tls tls) {
    return new IssuerHttp(create(tls), proxies, new IssuerClock(clock));
  }

  private CloseableHttpClient create(Tls tls) {
    return HttpClients.custom()
        .setConnectionManager(connections(tls))
        .setRoutePlanner(new ProxyRoutes(proxies))
        .setDefaultRequestConfig(requests())
        .setUserAgent("gatepass")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  private PoolingHttpClientConnectionManager connections(Tls tls) {
    ConnectionConfig config =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(connect))
            .setSocketTimeout(Timeout.of(response))
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDefaultConnectionConfig(config)
        .setTlsSocketStrategy(new LazyTls(trust, tls))
        .build();
  }

  private RequestConfig requests() {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Timeout.of(connect))
        .setResponseTimeout(Timeout.of(response))
        .setAuthenticationEnabled(false)
        .build();
  }
}
