package io.gatepass.adapters.http.proxy.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.gatepass.adapters.http.proxy.JettyProxyServer;
import io.gatepass.adapters.http.proxy.gateway.GatewayClient;
import io.gatepass.adapters.http.proxy.listen.LoopbackSockets;
import io.gatepass.application.port.Connections;
import io.gatepass.application.port.ProxyServer;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The proxy on a port of its own, in front of a gateway of the test's. */
public final class ProxyLab implements AutoCloseable {
  private final Tokens tokens = new Tokens();
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final ProxyServer.Running running;

  private ProxyLab(String gateway, SSLContext trust, Map<String, String> environment)
      throws IOException {
    ForwardProxies proxies = ForwardProxies.of(new Platform(Os.LINUX, "/home/ada", environment));
    running =
        new JettyProxyServer(
                new GatewayClient(_ -> trust, proxies),
                new LoopbackSockets(Optional::empty),
                log::add,
                InstantSource.system(),
                "1.2.3")
            .start(connection(gateway), tokens);
  }

  /** In front of a plain gateway. */
  public static ProxyLab before(String gateway) throws IOException {
    try {
      return new ProxyLab(gateway, SSLContext.getDefault(), Map.of());
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  /** In front of a gateway. */
  public static ProxyLab before(Gateway gateway) throws IOException {
    return new ProxyLab(gateway.url(), gateway.trust(), Map.of());
  }

  /** In front of a gateway that a TLS context trusts, in that environment. */
  public static ProxyLab before(String gateway, SSLContext trust, Map<String, String> environment)
      throws IOException {
    return new ProxyLab(gateway, trust, environment);
  }

  /** Its port on loopback. */
  public int port() {
    return running.address().port();
  }

  /** What it gets its tokens from. */
  public Tokens tokens() {
    return tokens;
  }

  /** A connection to it on which the head of a request has been sent; lines end by themselves. */
  public Socket say(String... lines) throws IOException {
    Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port());
    socket.setSoTimeout(60_000);
    socket.setTcpNoDelay(true);
    String head = String.join("\r\n", lines) + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(ISO_8859_1));
    return socket;
  }

  /** Waits for the next line of the access log. */
  public String awaitLogLine() throws InterruptedException {
    String line = log.poll(60, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("nothing was logged");
    }
    return line;
  }

  @Override
  public void close() {
    running.close();
  }

  private static Connection connection(String gateway) throws IOException {
    Map<SettingKey, SettingValue> options = new EnumMap<>(Connections.options());
    options.put(SettingKey.GATEWAY_URL, SettingValue.parse(SettingKey.GATEWAY_URL, gateway));
    try (ServerSocket free = new ServerSocket(0)) {
      options.put(
          SettingKey.PROXY_PORT,
          SettingValue.parse(SettingKey.PROXY_PORT, Integer.toString(free.getLocalPort())));
    }
    return Connection.of(Settings.resolve(List.of(SettingsLayer.ofOptions(options))));
  }
}
