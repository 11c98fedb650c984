package io.gatepass.application.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** Ends TLS on a port of this machine and hands what is inside on to another. */
public final class TlsFront implements AutoCloseable {
  private final Visitors visitors;
  private final int target;

  /**
   * A front.
   *
   * @param tls holds the certificate that it shows
   * @param target the port that it hands on to
   */
  public TlsFront(SSLContext tls, int target) {
    this.target = target;
    this.visitors = new Visitors(tls.getServerSocketFactory(), this::handOn);
  }

  /** Its port on 127.0.0.1. */
  public int port() {
    return visitors.port();
  }

  @Override
  public void close() {
    visitors.close();
  }

  private void handOn(Socket client) throws IOException {
    try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), target)) {
      Pipe.between(client, server);
    }
  }
}
