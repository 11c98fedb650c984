package io.gatepass.application.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A WebSocket server on loopback that gives every message back (RFC 6455). On the text {@code bye}
 * it closes, and on {@code vanish} its connection just ends.
 */
public final class WebSocketEcho implements AutoCloseable {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT = 1;
  private static final int CLOSE = 8;

  private final Visitors visitors = new Visitors(this::talk);
  private final List<String> handshakes = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
  private volatile String accepted = "";

  /** From now on only a handshake that holds this text is answered by a switch of protocols. */
  public WebSocketEcho wants(String text) {
    accepted = text;
    return this;
  }

  /** Its port on 127.0.0.1. */
  public int port() {
    return visitors.port();
  }

  /** The heads of the requests that came. */
  public List<String> handshakes() {
    return List.copyOf(handshakes);
  }

  /** Waits for the end of a connection: the status of the client's close frame, 0 without one. */
  public int awaitEnd() throws InterruptedException {
    Integer status = ends.poll(60, TimeUnit.SECONDS);
    if (status == null) {
      throw new AssertionError("no connection has ended");
    }
    return status;
  }

  @Override
  public void close() {
    visitors.close();
  }

  private void talk(Socket client) {
    try {
      DataInputStream in = new DataInputStream(client.getInputStream());
      String head = HttpHead.read(in);
      handshakes.add(head);
      OutputStream out = client.getOutputStream();
      if (head.contains(accepted)) {
        out.write(switched(head));
        ends.add(echo(in, out));
      } else {
        out.write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno".getBytes(ISO_8859_1));
      }
    } catch (IOException e) {
      ends.add(0);
    }
  }

  /** The handshake's answer and, right behind it, a message that nobody has asked for. */
  private static byte[] switched(String head) throws IOException {
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + digest(header(head, "sec-websocket-key") + GUID)
            + "\r\n"
            + (head.contains("Protocol: realtime") ? "Sec-WebSocket-Protocol: realtime\r\n" : "")
            + "\r\n\u0081\u0007welcome";
    return answer.getBytes(ISO_8859_1);
  }

  private static int echo(DataInputStream in, OutputStream out) throws IOException {
    while (true) {
      int first = in.readUnsignedByte();
      byte[] message = payload(in);
      String text = new String(message, ISO_8859_1);
      if ((first & 0x0f) == TEXT && text.equals("vanish")) {
        return 0;
      }
      boolean bye = (first & 0x0f) == TEXT && text.equals("bye");
      out.write(frame(bye ? 0x80 | CLOSE : first, bye ? new byte[] {0x03, (byte) 0xe9} : message));
      if ((first & 0x0f) == CLOSE && message.length > 1) {
        return ((message[0] & 0xff) << 8) | (message[1] & 0xff);
      }
    }
  }

  private static byte[] payload(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes(length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return payload;
  }

  private static byte[] frame(int first, byte[] payload) {
    int length = payload.length;
    int extra = length < 126 ? 0 : length < 65536 ? 2 : 8;
    byte[] frame = new byte[2 + extra + length];
    frame[0] = (byte) first;
    frame[1] = (byte) (extra == 0 ? length : extra == 2 ? 126 : 127);
    for (int i = 0; i < extra; i++) {
      frame[2 + i] = (byte) ((long) length >> (8 * (extra - 1 - i)));
    }
    System.arraycopy(payload, 0, frame, 2 + extra, length);
    return frame;
  }

  private static String header(String head, String name) throws IOException {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow(() -> new IOException("no " + name));
  }

  private static String digest(String text) {
    try {
      byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(text.getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(sha1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
