package io.gatepass.adapters.http.proxy.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway on loopback whose every byte the test writes itself. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Talk talk;
  private final AtomicInteger connections = new AtomicInteger();

  private RawServer(ServerSocket listener, Talk talk) {
    this.listener = listener;
    this.talk = talk;
  }

  /** What is said on a connection, which is closed behind it. */
  public interface Talk {
    /** Reads and writes as it likes. */
    void with(InputStream in, OutputStream out) throws Exception;
  }

  /** Starts. */
  public static RawServer saying(Talk talk) throws IOException {
    RawServer server =
        new RawServer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), talk);
    Thread.ofVirtual().start(server::serve);
    return server;
  }

  /** Its port on 127.0.0.1. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Such as {@code http://127.0.0.1:41234}. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** How many connections there were. */
  public int connections() {
    return connections.get();
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
        client.setTcpNoDelay(true);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client) {
      talk.with(client.getInputStream(), client.getOutputStream());
    } catch (Exception e) {
      // The proxy has gone, which some tests are about; the others fail by what they do not see.
      return;
    }
  }
}
