package io.gatepass.adapters.fs.secret.keychain.dbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** A message from a bus, written as the D-Bus specification says ("Message Protocol"). */
final class Message {
  private static final byte METHOD_RETURN = 2;
  private static final byte ERROR = 3;
  private static final byte SIGNAL = 4;

  private final ByteBuffer bytes = ByteBuffer.allocate(512 * 1024);
  private final int body;

  private Message(ByteOrder order, byte type, int replySerial, String text, String types) {
    bytes.order(order).put((byte) (order == ByteOrder.BIG_ENDIAN ? 'B' : 'l'));
    bytes.put(type).put((byte) 0).put((byte) 1).putInt(0).putInt(77).putInt(0);
    if (replySerial != 0) {
      Message _ = field(5, "u").number(replySerial);
    }
    if (!text.isEmpty()) {
      Message _ = field(type == ERROR ? 4 : 3, "s").text(text);
    }
    Message _ = field(7, "s").text(":1.7"); // the sender
    if (!types.isEmpty()) {
      Message _ = field(8, "g").signature(types);
    }
    bytes.putInt(12, bytes.position() - 16);
    align(8);
    body = bytes.position();
  }

  static Message answer(ByteOrder order, int call, String types) {
    return new Message(order, METHOD_RETURN, call, "", types);
  }

  static Message error(ByteOrder order, int call, String name) {
    return new Message(order, ERROR, call, name, "s").text("in words");
  }

  static Message signal(ByteOrder order) {
    return new Message(order, SIGNAL, 0, "NameAcquired", "s").text(":1.7");
  }

  Message text(String value) {
    byte[] text = value.getBytes(UTF_8);
    Message _ = number(text.length);
    bytes.put(text).put((byte) 0);
    return this;
  }

  Message variant(String value) {
    return signature("s").text(value);
  }

  Message variant(boolean value) {
    return signature("b").number(value ? 1 : 0);
  }

  Message paths(List<String> paths) {
    return array(4, () -> paths.forEach(this::text));
  }

  /** What GetSecrets gives. */
  Message secret(String item, String session, byte[] value) {
    return array(
        8,
        () -> {
          Message _ = text(item);
          align(8);
          Message _ = text(session).number(0).number(value.length);
          bytes.put(value);
          Message _ = text("text/plain");
        });
  }

  Message number(int value) {
    align(4);
    bytes.putInt(value);
    return this;
  }

  byte[] toBytes() {
    bytes.putInt(4, bytes.position() - body);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private Message field(int code, String type) {
    align(8);
    bytes.put((byte) code);
    return signature(type);
  }

  private Message signature(String types) {
    bytes.put((byte) types.length()).put(types.getBytes(UTF_8)).put((byte) 0);
    return this;
  }

  /** Its length does not count what aligns the first element. */
  private Message array(int alignment, Runnable elements) {
    Message _ = number(0);
    int length = bytes.position() - 4;
    align(alignment);
    int start = bytes.position();
    elements.run();
    bytes.putInt(length, bytes.position() - start);
    return this;
  }

  private void align(int size) {
    while (bytes.position() % size != 0) {
      bytes.put((byte) 0);
    }
  }
}
