package io.gatepass.e2e.parts;

import io.gatepass.application.net.Certificates;
import io.gatepass.application.net.TlsFront;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * TLS in front of a plain server on loopback, with a certificate of an authority that nobody knows.
 * It passes bytes on, so that every event of a stream comes through when it is sent.
 */
public final class PrivateTls implements AutoCloseable {
  private final TlsFront front;
  private final Path authority;

  private PrivateTls(TlsFront front, Path authority) {
    this.front = front;
    this.authority = authority;
  }

  /**
   * Starts.
   *
   * @param behind the plain server's port
   * @param directory where the authority's files go
   */
  public static PrivateTls before(int behind, Path directory)
      throws IOException, GeneralSecurityException {
    Certificates certificates = new Certificates(directory);
    return new PrivateTls(
        new TlsFront(certificates.server("localhost", "-1d"), behind), certificates.authority());
  }

  /** Its address, such as {@code https://localhost:41235}. */
  public String url() {
    return "https://localhost:" + front.port();
  }

  /** The authority's certificate as a PEM file. */
  public Path authority() {
    return authority;
  }

  @Override
  public void close() {
    front.close();
  }
}
