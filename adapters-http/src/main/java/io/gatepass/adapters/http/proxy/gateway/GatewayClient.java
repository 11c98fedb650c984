package io.gatepass.adapters.http.proxy.gateway;

import io.gatepass.application.port.TlsTrust;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * The connections to the gateway: HTTP/2 where a TLS gateway offers it (ALPN, RFC 7301), else
 * HTTP/1.1; kept and used again.
 */
public final class GatewayClient {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** How long the gateway may be silent: a model may think for long. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  /** Over HTTP/1.1 each request under way needs a connection. */
  private static final int CONNECTIONS = 4096;

  private static final int HEADER_BYTES = 128 * 1024;

  private final TlsTrust trust;
  private final ForwardProxies proxies;

  /** What the client shares with the server, to be small. */
  public record Shared(ThreadPool threads, Scheduler scheduler, ByteBufferPool buffers) {}

  /** Connections that trust whom that says, through the proxies that those name. */
  public GatewayClient(TlsTrust trust, ForwardProxies proxies) {
    this.trust = trust;
    this.proxies = proxies;
  }

  /**
   * A client that is not started.
   *
   * @throws InvalidSettings if a file of authorities cannot be read
   */
  public HttpClient create(Connection connection, Shared shared) {
    URI gateway = URI.create(connection.gateway().value());
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setExecutor(shared.threads());
    connector.setScheduler(shared.scheduler());
    connector.setByteBufferPool(shared.buffers());
    connector.setConnectTimeout(CONNECT);
    boolean secure = "https".equalsIgnoreCase(gateway.getScheme());
    if (secure) {
      connector.setSslContextFactory(tls(connection.tls()));
    }
    HttpClientTransport transport = secure ? new Negotiated(connector) : plain(connector);
    // Nothing that is done with an answer waits, so the thread that reads it does it.
    transport.setInvocationType(Invocable.InvocationType.NON_BLOCKING);
    HttpClient client = new HttpClient(transport);
    configure(client);
    client.addEventListener(new Bare(client));
    proxies.towards(gateway).ifPresent(it -> ThroughProxy.send(client, it, connector));
    return client;
  }

  private static void configure(HttpClient client) {
    client.setName("gatepass-gateway");
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setConnectTimeout(CONNECT.toMillis());
    client.setAddressResolutionTimeout(CONNECT.toMillis());
    client.setIdleTimeout(SILENCE.toMillis());
    client.setMaxConnectionsPerDestination(CONNECTIONS);
    client.setMaxRequestsQueuedPerDestination(CONNECTIONS);
    client.setMaxRequestHeadersSize(HEADER_BYTES);
    client.setMaxResponseHeadersSize(HEADER_BYTES);
    client.setStrictEventOrdering(false);
  }

  private static HttpClientTransport plain(ClientConnector connector) {
    HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP(connector);
    transport.setHeaderCacheCaseSensitive(true);
    return transport;
  }

  private SslContextFactory.Client tls(Connection.Tls tls) {
    SslContextFactory.Client factory = new SslContextFactory.Client(tls.skipVerify());
    try {
      factory.setSslContext(trust.context(tls));
    } catch (IOException e) {
      throw new StorageFailed(
          "The certificate authorities of this machine cannot be read.",
          "Name a PEM file of authorities: gatepass config set --ca-file FILE",
          e);
    }
    if (tls.skipVerify()) {
      factory.setEndpointIdentificationAlgorithm("");
    }
    return factory;
  }

  /** Jetty sets up decoders and protocol handlers when it starts; none of them is wanted. */
  private record Bare(HttpClient client) implements LifeCycle.Listener {
    @Override
    public void lifeCycleStarted(LifeCycle event) {
      client.getContentDecoderFactories().clear();
      client.setUserAgentField(null);
      client.setDefaultRequestContentType(null);
      InterimAnswers.handOn(client);
    }
  }
}
