package io.gatepass.adapters.fs.secret.keychain.dbus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A connection to a D-Bus session. Several calls can be on their way at a time. For one thread, but
 * for {@link #close}, which ends what waits.
 *
 * <p>The bus learns from the kernel who we are ({@code EXTERNAL} without a name). What we have to
 * say after that does not depend on its answers, so all of it goes out with the first calls, as
 * sd-bus does it.
 */
final class Bus implements AutoCloseable {
  private static final String NAME = "org.freedesktop.DBus";

  /** A secret of ours has 16 KiB at most; nothing else that we ask for is near that. */
  private static final int LONGEST = 256 * 1024;

  private static final String GREETING = "\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\n";

  /** Without the number that follows. */
  private static final String ACCEPTED = "DATA\r\nOK ";

  private final SocketChannel channel;
  private final Map<Integer, Answer> early = new HashMap<>();
  private final ByteBuffer out = ByteBuffer.allocateDirect(16 * 1024);

  /** Large enough for a secret of ours, so that none is left in a smaller one. */
  private ByteBuffer in = ByteBuffer.allocateDirect(32 * 1024);

  private boolean accepted;
  private int serial;

  /** A connection that is not made yet. */
  Bus() throws IOException {
    channel = SocketChannel.open(StandardProtocolFamily.UNIX);
  }

  /**
   * Connects. Nothing is sent before the first answer is asked for.
   *
   * @param socket the bus's socket
   */
  void connect(Path socket) throws IOException {
    boolean _ = channel.connect(UnixDomainSocketAddress.of(socket));
    out.put(GREETING.getBytes(US_ASCII));
    int _ = send(new Call(NAME, "/org/freedesktop/DBus", NAME + ".Hello", ""));
  }

  /** Has a call sent; its serial is what {@link #answer} takes. */
  int send(Call call) {
    serial++;
    out.put(call.message(serial));
    return serial;
  }

  /**
   * The answer to a call.
   *
   * @throws IOException if the connection ends or the bus says what it should not
   */
  Answer answer(int call) throws IOException {
    flush();
    if (!accepted) {
      requireAcceptance();
    }
    Answer answer = early.remove(call);
    while (answer == null) {
      Answer next = next();
      if (next.replySerial() == call) {
        answer = next;
      } else {
        early.put(next.replySerial(), next);
      }
    }
    return answer;
  }

  /** Ends the connection and wipes what has come by it. */
  @Override
  public void close() throws IOException {
    channel.close();
    ByteBuffer _ = in.duplicate().clear().put(new byte[in.capacity()]);
  }

  private void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      int _ = channel.write(out);
    }
    out.clear();
  }

  /** {@code DATA}, {@code OK} and the bus's number, a line each. */
  private void requireAcceptance() throws IOException {
    int end = 0;
    for (int lines = 0; lines < 2; end++) {
      fill(end + 1);
      if (in.get(end) == '\n') {
        lines++;
      }
    }
    byte[] said = new byte[end];
    in.flip();
    in.get(said);
    in.compact();
    String answer = new String(said, US_ASCII);
    if (!answer.startsWith(ACCEPTED)) {
      throw new IOException("The bus does not take us: " + answer.strip());
    }
    accepted = true;
  }

  private Answer next() throws IOException {
    fill(Answer.FIXED);
    long length = Answer.length(in);
    if (length > LONGEST) {
      throw new IOException("a message of " + length + " bytes");
    }
    fill((int) length);
    byte[] message = new byte[(int) length];
    in.flip();
    in.get(message);
    in.compact();
    return new Answer(message);
  }

  /** Has at least that many bytes in the buffer. */
  private void fill(int wanted) throws IOException {
    if (in.capacity() < wanted) {
      in = ByteBuffer.allocateDirect(wanted).put(in.flip());
    }
    while (in.position() < wanted) {
      if (channel.read(in) < 0) {
        throw new EOFException("The bus has closed the connection.");
      }
    }
  }
}
