package io.gatepass.adapters.http.proxy;

import io.gatepass.adapters.http.proxy.gateway.GatewayClient;
import io.gatepass.adapters.http.proxy.listen.LoopbackSockets;
import io.gatepass.application.port.ProxyServer;
import io.gatepass.application.port.ProxyServerContract;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

final class JettyProxyServerTest extends ProxyServerContract {
  @Override
  protected ProxyServer server() {
    ForwardProxies direct = ForwardProxies.of(new Platform(Os.LINUX, "/home/ada", Map.of()));
    return new JettyProxyServer(
        new GatewayClient(_ -> trust(), direct),
        new LoopbackSockets(Optional::empty),
        _ -> {},
        InstantSource.system(),
        "1.2.3");
  }

  @Override
  protected int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static SSLContext trust() throws IOException {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }
}
