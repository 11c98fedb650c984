package io.gatepass.bootstrap.module;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.gatepass.adapters.http.proxy.JettyProxyServer;
import io.gatepass.adapters.http.proxy.gateway.GatewayClient;
import io.gatepass.adapters.http.proxy.listen.LoopbackSockets;
import io.gatepass.adapters.http.upstream.GatewayClients;
import io.gatepass.adapters.http.upstream.HttpGatewayProbe;
import io.gatepass.application.port.GatewayProbe;
import io.gatepass.application.port.ProxyServer;
import io.gatepass.application.port.TlsTrust;
import io.gatepass.bootstrap.world.BuildInfo;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.io.IOException;
import java.time.Duration;

/** Calls to the gateway, and the loopback proxy. */
public final class HttpModule extends AbstractModule {
  private static final Duration PROBE = Duration.ofSeconds(5);

  @Provides
  @Singleton
  GatewayProbe gatewayProbe(TlsTrust trust, ForwardProxies proxies) {
    return new HttpGatewayProbe(new GatewayClients(trust, proxies), PROBE);
  }

  @Provides
  @Singleton
  ProxyServer proxyServer(World world, TlsTrust trust, ForwardProxies proxies) throws IOException {
    return new JettyProxyServer(
        new GatewayClient(trust, proxies),
        new LoopbackSockets(world.inheritance()),
        world.terminal()::say,
        world.clock(),
        BuildInfo.load().version());
  }
}
