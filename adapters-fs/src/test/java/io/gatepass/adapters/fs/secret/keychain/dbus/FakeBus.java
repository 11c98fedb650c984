package io.gatepass.adapters.fs.secret.keychain.dbus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A bus for one client that says what it has been told to say, whatever it is asked: each piece
 * after one more piece has come from the client. After the last it hangs up, or is silent.
 */
final class FakeBus implements AutoCloseable {
  static final String ACCEPTED = "DATA\r\nOK 0123456789abcdef\r\n";

  private static final int CRUMB = 100;

  private final ServerSocketChannel server;
  private final Path socket;
  private final CompletableFuture<String> heard = new CompletableFuture<>();

  FakeBus(Path socket, boolean hangsUp, List<byte[]> pieces) {
    this.socket = socket;
    try {
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("fake-bus").start(() -> serve(hangsUp, pieces));
  }

  Path socket() {
    return socket;
  }

  /** All that the client has sent, a character a byte, once it has hung up or been hung up on. */
  String heard() {
    return heard.join();
  }

  private void serve(boolean hangsUp, List<byte[]> pieces) {
    ByteBuffer asked = ByteBuffer.allocate(64 * 1024);
    try (SocketChannel client = server.accept()) {
      for (byte[] piece : pieces) {
        int _ = client.read(asked);
        sendInCrumbs(client, piece);
      }
      while (!hangsUp && client.read(asked) >= 0) {
        // silent, until the client gives up
      }
    } catch (IOException e) {
      asked.put(e.toString().getBytes(ISO_8859_1));
    } finally {
      heard.complete(new String(asked.array(), 0, asked.position(), ISO_8859_1));
    }
  }

  /** As a stream may bring it: nothing says where a message ends. */
  private static void sendInCrumbs(SocketChannel client, byte[] piece) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(piece);
    while (rest.hasRemaining()) {
      int length = Math.min(CRUMB, rest.remaining());
      int written = client.write(rest.slice(rest.position(), length));
      rest.position(rest.position() + written);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
