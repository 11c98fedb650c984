package io.gatepass.adapters.http.proxy.gateway;

import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.web.proxy.ForwardProxy;
import java.net.URI;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;

/**
 * The way to the gateway through a forward proxy. Credentials go with the first {@code CONNECT}:
 * waiting to be asked for them would cost a connection.
 */
final class ThroughProxy {
  private ThroughProxy() {}

  static void send(HttpClient client, ForwardProxy proxy, ClientConnector connector) {
    Origin.Address address = new Origin.Address(proxy.host(), proxy.port());
    HttpProxy way =
        proxy.secure()
            ? new HttpProxy(address, connector.getSslContextFactory())
            : new HttpProxy(address, false);
    client.getProxyConfiguration().addProxy(way);
    proxy
        .authorization()
        .map(header -> new Given(way.getURI(), header))
        .ifPresent(client.getAuthenticationStore()::addAuthenticationResult);
  }

  /** What the environment's credentials make, for requests to the proxy itself. */
  private record Given(URI proxy, Secret header) implements Authentication.Result {
    @Override
    public URI getURI() {
      return proxy;
    }

    @Override
    public void apply(Request request) {
      request.headers(it -> it.put(HttpHeader.PROXY_AUTHORIZATION, header.reveal()));
    }
  }
}
