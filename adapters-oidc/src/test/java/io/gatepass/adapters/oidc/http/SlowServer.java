package io.gatepass.adapters.oidc.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that answers each connection as it is told, on a thread of its own. */
final class SlowServer implements AutoCloseable {
  private final ServerSocket socket;

  /** What to do with a connection. */
  interface Behaviour {
    void on(Socket connection, OutputStream out) throws IOException, InterruptedException;
  }

  SlowServer(Behaviour behaviour) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(() -> serve(behaviour));
  }

  int port() {
    return socket.getLocalPort();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve(Behaviour behaviour) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> answer(connection, behaviour));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void answer(Socket connection, Behaviour behaviour) {
    try (connection) {
      behaviour.on(connection, connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // The client has had enough, which is what these tests are about.
      return;
    }
  }
}
