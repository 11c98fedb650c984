package io.gatepass.application.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** Ends TLS on a port of this machine and hands what is inside on to another. */
public final class TlsFront implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;

  /**
   * A front.
   *
   * @param tls holds the certificate that it shows
   * @param target the port that it hands on to
   */
  public TlsFront(SSLContext tls, int target) throws IOException {
    this.target = target;
    this.listener =
        tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::serve);
  }

  /** Its port on 127.0.0.1. */
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> handOn(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void handOn(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), target)) {
      Pipe.between(client, server);
    } catch (IOException e) {
      // One of the two has gone.
      return;
    }
  }
}
