package io.gatepass.adapters.http.upstream;

import io.gatepass.application.port.TlsTrust;
import io.gatepass.domain.settings.Connection.Tls;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Makes HTTP clients for calls to the gateway: no retries, no redirects, no cookies. */
public final class GatewayClients {
  private final TlsTrust trust;
  private final ForwardProxies proxies;

  /** Clients that trust whom {@code trust} says and go through those proxies. */
  public GatewayClients(TlsTrust trust, ForwardProxies proxies) {
    this.trust = trust;
    this.proxies = proxies;
  }

  /**
   * A client, to be closed by the caller.
   *
   * @param patience how long a connection, and each silence of the server, may last
   */
  CloseableHttpClient open(Tls tls, Duration patience) {
    ConnectionConfig config =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(patience))
            .setSocketTimeout(Timeout.of(patience))
            .build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(config)
                .setTlsSocketStrategy(new AtHandshake(tls))
                .build())
        .setRoutePlanner(new ProxyRoutes(proxies))
        .setUserAgent("gatepass")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /** Reads the authorities at the handshake: a plain request needs none of them. */
  private final class AtHandshake implements TlsSocketStrategy {
    private final Tls tls;

    AtHandshake(Tls tls) {
      this.tls = tls;
    }

    @Override
    public SSLSocket upgrade(
        Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
        throws IOException {
      return strategy().upgrade(socket, target, port, attachment, context);
    }

    private TlsSocketStrategy strategy() throws IOException {
      return tls.skipVerify()
          ? new DefaultClientTlsStrategy(
              trust.context(tls), HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE)
          : new DefaultClientTlsStrategy(
              trust.context(tls),
              HostnameVerificationPolicy.BOTH,
              HttpsSupport.getDefaultHostnameVerifier());
    }
  }
}
