package io.gatepass.adapters.http.proxy.gateway;

import java.io.IOException;
import java.util.Map;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * HTTP/2 where the gateway chooses it (ALPN, RFC 7301), else HTTP/1.1, also with a gateway that
 * does not know ALPN, to which Jetty would speak HTTP/2.
 */
final class Negotiated extends HttpClientTransportDynamic {
  Negotiated(ClientConnector connector) {
    super(
        connector,
        new ClientConnectionFactoryOverHTTP2.HTTP2(new HTTP2Client(connector)),
        HttpClientConnectionFactory.HTTP11);
  }

  @Override
  public Connection newConnection(EndPoint endPoint, Map<String, Object> context)
      throws IOException {
    return context.get(ClientConnector.APPLICATION_PROTOCOL_CONTEXT_KEY) == null
        ? HttpClientConnectionFactory.HTTP11
            .getClientConnectionFactory()
            .newConnection(endPoint, context)
        : super.newConnection(endPoint, context);
  }
}
