package io.gatepass.adapters.http.proxy.listen;

import io.gatepass.domain.failure.ProxyPortTaken;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The proxy's listening sockets: 127.0.0.1 and, where there is IPv6, ::1; never another. */
public final class LoopbackSockets {
  private static final byte[] IPV4 = {127, 0, 0, 1};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final int WAITING = 1024;

  /**
   * Takes the port on both addresses.
   *
   * @throws ProxyPortTaken if another program has it on one of them
   * @throws IOException if this machine has no loopback address
   */
  public List<ServerSocketChannel> open(int port) throws IOException {
    List<ServerSocketChannel> sockets = new ArrayList<>();
    try {
      sockets.add(bound(StandardProtocolFamily.INET, IPV4, port));
      if (hasIpv6()) {
        sockets.add(bound(StandardProtocolFamily.INET6, IPV6, port));
      }
      return sockets;
    } catch (BindException e) {
      for (ServerSocketChannel socket : sockets) {
        socket.close();
      }
      throw PortHolder.of(port, e);
    }
  }

  private static ServerSocketChannel bound(ProtocolFamily family, byte[] address, int port)
      throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open(family);
    try {
      return socket.bind(new InetSocketAddress(InetAddress.getByAddress(address), port), WAITING);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static boolean hasIpv6() throws IOException {
    try (ServerSocketChannel probe = bound(StandardProtocolFamily.INET6, IPV6, 0)) {
      return probe.isOpen();
    } catch (BindException | UnsupportedOperationException e) {
      return false; // no such address, or no such protocol
    }
  }
}
