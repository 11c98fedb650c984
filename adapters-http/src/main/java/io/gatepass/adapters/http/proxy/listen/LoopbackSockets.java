package io.gatepass.adapters.http.proxy.listen;

import io.gatepass.domain.failure.ProxyPortTaken;
import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The proxy's listening sockets: 127.0.0.1 and, where there is IPv6, ::1; never another. */
public final class LoopbackSockets {
  private static final byte[] IPV4 = {127, 0, 0, 1};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final int WAITING = 1024;

  private final Inheritance inheritance;

  /**
   * Sockets of this process.
   *
   * @param inheritance may hold the first of them, open already
   */
  public LoopbackSockets(Inheritance inheritance) {
    this.inheritance = inheritance;
  }

  /**
   * Takes the port on both addresses.
   *
   * @throws ProxyPortTaken if another program has it on one of them
   * @throws StorageFailed if a listening socket was handed over that is not at that port
   * @throws IOException if this machine has no loopback address
   */
  public List<Listening> open(int port) throws IOException {
    List<Listening> sockets = new ArrayList<>();
    Optional<Listening> inherited = inherited(port);
    try {
      sockets.add(
          inherited.isPresent()
              ? inherited.get()
              : new Listening(bound(StandardProtocolFamily.INET, IPV4, port), false));
      if (hasIpv6()) {
        sockets.add(new Listening(bound(StandardProtocolFamily.INET6, IPV6, port), false));
      }
      return sockets;
    } catch (BindException e) {
      for (Listening socket : sockets) {
        socket.close();
      }
      throw PortHolder.of(port, e);
    }
  }

  /** A connection that was handed over, or another kind of socket, is somebody else's business. */
  private Optional<Listening> inherited(int port) throws IOException {
    if (!(inheritance.channel().orElse(null) instanceof ServerSocketChannel socket)) {
      return Optional.empty();
    }
    InetSocketAddress wanted = new InetSocketAddress(InetAddress.getByAddress(IPV4), port);
    if (!wanted.equals(socket.getLocalAddress())) {
      throw new StorageFailed(
          "The proxy was started with a socket that listens on "
              + socket.getLocalAddress()
              + ", and the settings say 127.0.0.1:"
              + port
              + ".",
          "Run gatepass proxy install, which writes the port into the socket's unit.");
    }
    return Optional.of(new Listening(socket, true));
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
