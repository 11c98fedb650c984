package io.gatepass.adapters.oidc.tls;

import io.gatepass.application.port.TlsTrust;
import io.gatepass.domain.settings.Connection.Tls;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * TLS whose trust is read at the first handshake: reading the authorities costs more than all of a
 * plain request, and a loopback issuer needs none of them.
 */
public final class LazyTls implements TlsSocketStrategy {
  private final TlsTrust trust;
  private final Tls tls;
  private @Nullable TlsSocketStrategy strategy;

  /** TLS for connections of that kind. */
  public LazyTls(TlsTrust trust, Tls tls) {
    this.trust = trust;
    this.tls = tls;
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
      throws IOException {
    return strategy().upgrade(socket, target, port, attachment, context);
  }

  private synchronized TlsSocketStrategy strategy() throws IOException {
    TlsSocketStrategy known = strategy;
    if (known == null) {
      known =
          tls.skipVerify()
              ? new DefaultClientTlsStrategy(
                  trust.context(tls),
                  HostnameVerificationPolicy.CLIENT,
                  NoopHostnameVerifier.INSTANCE)
              : new DefaultClientTlsStrategy(
                  trust.context(tls),
                  HostnameVerificationPolicy.BOTH,
                  HttpsSupport.getDefaultHostnameVerifier());
      strategy = known;
    }
    return known;
  }
}
