package io.gatepass.application.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/** A socket on loopback that takes every connection, each on a thread of its own, until closed. */
public final class Visitors implements AutoCloseable {
  private final ServerSocket listener;
  private final Visit visit;

  /** What is said on a connection, which is closed behind it. */
  public interface Visit {
    /** Talks to a client; an exception ends the connection, which its other end gets to see. */
    void by(Socket client) throws Exception;
  }

  /** Listens on a free port. */
  public Visitors(ServerSocketFactory sockets, Visit visit) {
    this.visit = visit;
    try {
      listener = sockets.createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /** Without TLS. */
  public Visitors(Visit visit) {
    this(ServerSocketFactory.getDefault(), visit);
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
        Thread.ofVirtual().start(() -> receive(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void receive(Socket client) {
    try (client) {
      visit.by(client);
    } catch (Exception e) {
      return; // one of the two has gone; a test fails by what it does not see
    }
  }
}
