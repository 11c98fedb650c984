package io.gatepass.adapters.http.proxy.gateway;

import io.gatepass.domain.web.proxy.ForwardProxy;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.io.ClientConnector;

/** The way to the gateway through a forward proxy. */
final class ThroughProxy {
  private ThroughProxy() {}

  static void send(HttpClient client, ForwardProxy proxy, ClientConnector connector) {
    Origin.Address address = new Origin.Address(proxy.host(), proxy.port());
    HttpProxy way =
        proxy.secure()
            ? new HttpProxy(address, connector.getSslContextFactory())
            : new HttpProxy(address, false);
    client.getProxyConfiguration().addProxy(way);
  }
}
