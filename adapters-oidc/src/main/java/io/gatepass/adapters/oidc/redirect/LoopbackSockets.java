package io.gatepass.adapters.oidc.redirect;

import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Optional;

/**
 * Listens on 127.0.0.1 and, where there is IPv6, on ::1, at the same port. A browser may take
 * either for {@code localhost}, so a port of which somebody else has one half is not used.
 */
final class LoopbackSockets {
  private static final int ATTEMPTS = 20;
  private static final int ANY = 0;

  private LoopbackSockets() {}

  /**
   * Binds both.
   *
   * @param port the port, or any that is free
   * @throws InvalidSettings if the port is taken
   * @throws IOException if no port can be had
   */
  static List<ServerSocketChannel> bind(Optional<Integer> port) throws IOException {
    boolean ipv6 = hasIpv6();
    if (port.isPresent()) {
      return tried(port.get(), ipv6).orElseThrow(() -> taken(port.get()));
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<List<ServerSocketChannel>> bound = tried(ANY, ipv6);
      if (bound.isPresent()) {
        return bound.get();
      }
    }
    throw new IOException("no port is free on both loopback addresses");
  }

  private static Optional<List<ServerSocketChannel>> tried(int port, boolean ipv6)
      throws IOException {
    Optional<ServerSocketChannel> four = bound(ipv4Loopback(), port);
    if (four.isEmpty() || !ipv6) {
      return four.map(List::of);
    }
    int chosen = four.get().socket().getLocalPort();
    Optional<ServerSocketChannel> six = bound(ipv6Loopback(), chosen);
    if (six.isEmpty()) {
      four.get().close();
    }
    return six.map(it -> List.of(four.get(), it));
  }

  private static Optional<ServerSocketChannel> bound(InetAddress address, int port)
      throws IOException {
    ServerSocketChannel channel =
        ServerSocketChannel.open(
            address instanceof Inet4Address
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6);
    try {
      return Optional.of(channel.bind(new InetSocketAddress(address, port)));
    } catch (SocketException e) {
      // Taken, or no such address: both mean that this port cannot be had here.
      channel.close();
      return Optional.empty();
    }
  }

  private static boolean hasIpv6() throws IOException {
    try {
      Optional<ServerSocketChannel> probe = bound(ipv6Loopback(), ANY);
      if (probe.isPresent()) {
        probe.get().close();
      }
      return probe.isPresent();
    } catch (UnsupportedOperationException e) {
      // Thus Java says that this machine knows no IPv6.
      return false;
    }
  }

  private static InetAddress ipv4Loopback() throws IOException {
    return Inet4Address.getByAddress(new byte[] {127, 0, 0, 1});
  }

  private static InetAddress ipv6Loopback() throws IOException {
    byte[] address = new byte[16];
    address[15] = 1;
    return Inet6Address.getByAddress(address);
  }

  private static InvalidSettings taken(int port) {
    return new InvalidSettings(
        Kind.FAILED,
        "The callback port " + port + " is in use by another program.",
        "End that program, or choose another port: gatepass config set --callback-port PORT (the"
            + " issuer must allow http://localhost:PORT/callback).");
  }
}
