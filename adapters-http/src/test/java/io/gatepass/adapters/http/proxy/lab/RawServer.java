package io.gatepass.adapters.http.proxy.lab;

import io.gatepass.application.net.Visitors;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway on loopback whose every byte the test writes itself. */
public final class RawServer implements AutoCloseable {
  private final Talk talk;
  private final AtomicInteger connections = new AtomicInteger();
  private final Visitors visitors;

  private RawServer(Talk talk) {
    this.talk = talk;
    this.visitors = new Visitors(this::talk);
  }

  /** What is said on a connection, which is closed behind it. */
  public interface Talk {
    /** Reads and writes as it likes. */
    void with(InputStream in, OutputStream out) throws Exception;
  }

  /** Starts. */
  public static RawServer saying(Talk talk) {
    return new RawServer(talk);
  }

  /** Its port on 127.0.0.1. */
  public int port() {
    return visitors.port();
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
    visitors.close();
  }

  private void talk(Socket client) throws Exception {
    client.setTcpNoDelay(true);
    connections.incrementAndGet();
    talk.with(client.getInputStream(), client.getOutputStream());
  }
}
