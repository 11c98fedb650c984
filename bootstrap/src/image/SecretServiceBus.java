import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A D-Bus session with a Secret Service, as far as one look-up of an access token can see. It knows
 * beforehand what it will be asked.
 */
final class SecretServiceBus implements AutoCloseable {
  private static final String SESSION = "/org/freedesktop/secrets/session/1";
  private static final String ITEM = "/org/freedesktop/secrets/collection/login/1";

  private final Path socket;
  private final ServerSocketChannel server;

  /** Listens. */
  SecretServiceBus(Path socket) throws IOException {
    this.socket = socket;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofPlatform().daemon().start(this::serve);
  }

  /** As DBUS_SESSION_BUS_ADDRESS has it. */
  String address() {
    return "unix:path=" + socket;
  }

  private void serve() {
    try (var client = server.accept()) {
      var asked = ByteBuffer.allocate(64 * 1024);
      client.read(asked);
      client.write(ByteBuffer.wrap("DATA\r\nOK 0123456789abcdef\r\n".getBytes(US_ASCII)));
      send(client, new Reply(1, "s").text(":1.1"));
      send(client, new Reply(2, "vo").signature("s").text("").text(SESSION));
      send(client, new Reply(3, "aoao").paths(ITEM).number(0));
      send(client, new Reply(4, "o").text("/org/freedesktop/secrets/collection/login"));
      client.read(asked);
      send(client, new Reply(5, "a{o(oayays)}").secret(SignedIn.token()));
      client.read(asked);
    } catch (IOException e) {
      System.err.println("The bus of the training run: " + e);
    }
  }

  private static void send(SocketChannel client, Reply reply) throws IOException {
    client.write(reply.message());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** A METHOD_RETURN (D-Bus specification, "Message Protocol"). */
  private static final class Reply {
    private final ByteBuffer message =
        ByteBuffer.allocate(64 * 1024).order(ByteOrder.LITTLE_ENDIAN);
    private final int body;

    Reply(int serial, String types) {
      message.put((byte) 'l').put((byte) 2).put((byte) 1).put((byte) 1);
      message.putInt(0).putInt(serial).putInt(0);
      message.put((byte) 5);
      signature("u").number(serial).align(8);
      message.put((byte) 8);
      signature("g").signature(types);
      message.putInt(12, message.position() - 16);
      align(8);
      body = message.position();
    }

    Reply signature(String types) {
      message.put((byte) types.length()).put(types.getBytes(US_ASCII)).put((byte) 0);
      return this;
    }

    Reply number(int value) {
      align(4);
      message.putInt(value);
      return this;
    }

    Reply text(String value) {
      var bytes = value.getBytes(UTF_8);
      number(bytes.length);
      message.put(bytes).put((byte) 0);
      return this;
    }

    Reply paths(String path) {
      return number(path.length() + 5).text(path);
    }

    Reply secret(String value) {
      number(0).align(8); // its length follows
      var start = message.position();
      text(ITEM).align(8).text(SESSION).number(0).number(value.length());
      message.put(value.getBytes(US_ASCII));
      text("text/plain");
      message.putInt(body, message.position() - start);
      return this;
    }

    Reply align(int size) {
      while (message.position() % size != 0) {
        message.put((byte) 0);
      }
      return this;
    }

    ByteBuffer message() {
      return message.putInt(4, message.position() - body).flip();
    }
  }
}
