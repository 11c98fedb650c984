package io.gatepass.adapters.http.proxy.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A socket that whoever started the process has opened. */
class InheritedSocketTest {
  private ServerSocketChannel given;

  @BeforeEach
  void open() throws IOException {
    given = ServerSocketChannel.open().bind(at("127.0.0.1", 0));
  }

  @AfterEach
  void close() throws IOException {
    given.close();
  }

  @Test
  void socketAtThePortIsTakenOverAndTheOtherAddressIsBoundBesides() throws IOException {
    List<Listening> listening = sockets(given).open(port());

    assertThat(listening.getFirst()).isEqualTo(new Listening(given, true));
    assertThat(listening.stream().skip(1)).noneMatch(Listening::inherited);
    for (Listening it : listening) {
      it.close();
    }
    assertThat(given.isOpen()).isTrue();
  }

  @Test
  void socketAtAnotherPortIsNamed() {
    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> sockets(given).open(1))
        .withMessageContaining("127.0.0.1:" + port())
        .withMessageContaining("127.0.0.1:1")
        .satisfies(it -> assertThat(it.remedy()).contains("gatepass proxy install"));
  }

  @Test
  void socketAtAnotherAddressIsNotServed() throws IOException {
    try (ServerSocketChannel everywhere = ServerSocketChannel.open().bind(at("0.0.0.0", 0))) {
      int port = ((InetSocketAddress) everywhere.getLocalAddress()).getPort();

      assertThatExceptionOfType(StorageFailed.class)
          .isThrownBy(() -> sockets(everywhere).open(port));
    }
  }

  @Test
  void socketOfAnotherKindIsLeftAlone() throws IOException {
    int port = port();
    given.close();
    try (SocketChannel connection = SocketChannel.open();
        DatagramChannel datagrams = DatagramChannel.open()) {
      for (Channel other : List.of(connection, datagrams)) {
        List<Listening> listening = sockets(other).open(port);

        assertThat(listening).noneMatch(Listening::inherited);
        for (Listening it : listening) {
          it.close();
        }
        assertThat(other.isOpen()).isTrue();
      }
    }
  }

  @Test
  void whoWaitedBeforeTheStartIsAnsweredAndTheSocketOutlivesTheServer() throws Exception {
    // Given
    Server server = new Server();
    try (Socket early = new Socket(InetAddress.ofLiteral("127.0.0.1"), port())) {
      early.setSoTimeout(60_000);
      early
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));

      // When
      server.addConnector(ProxyConnector.over(server, new Listening(given, true)));
      server.start();
      String answer = new String(early.getInputStream().readAllBytes(), US_ASCII);
      server.stop();

      // Then
      assertThat(answer).startsWith("HTTP/1.1 404 ");
      assertThat(given.isOpen()).isTrue();
    }
  }

  private static LoopbackSockets sockets(Channel inherited) {
    return new LoopbackSockets(() -> Optional.of(inherited));
  }

  private int port() {
    return given.socket().getLocalPort();
  }

  private static InetSocketAddress at(String address, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), port);
  }
}
