package io.gatepass.e2e.parts;

import io.gatepass.application.net.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * TLS in front of a plain server on loopback, with a certificate of an authority that nobody knows.
 * It passes bytes on, so that every event of a stream comes through when it is sent.
 */
public final class TlsFront implements AutoCloseable {
  private final ServerSocket listener;
  private final int behind;
  private final Path authority;

  private TlsFront(ServerSocket listener, int behind, Path authority) {
    this.listener = listener;
    this.behind = behind;
    this.authority = authority;
  }

  /**
   * Starts.
   *
   * @param behind the plain server's port
   * @param directory where the authority's files go
   */
  public static TlsFront before(int behind, Path directory)
      throws IOException, GeneralSecurityException {
    Certificates certificates = new Certificates(directory);
    ServerSocket listener =
        certificates
            .server("localhost", "-1d")
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    TlsFront front = new TlsFront(listener, behind, certificates.authority());
    Thread.ofVirtual().start(front::serve);
    return front;
  }

  /** Its address, such as {@code https://localhost:41235}. */
  public String url() {
    return "https://localhost:" + listener.getLocalPort();
  }

  /** The authority's certificate as a PEM file. */
  public Path authority() {
    return authority;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> join(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void join(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), behind)) {
      Thread back = Thread.ofVirtual().start(() -> pour(server, client));
      pour(client, server);
      back.join();
    } catch (IOException e) {
      return; // one of the two has gone, which ends the other
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pour(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      return; // the other direction notices as well
    }
  }
}
