package io.gatepass.adapters.fs.secret.keychain.dbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * A method call as D-Bus wants it written (D-Bus specification, "Message Protocol"), little-endian.
 * The arguments are added in the order of the signature.
 */
final class Call {
  private static final byte LITTLE_ENDIAN = 'l';
  private static final byte METHOD_CALL = 1;
  private static final byte NO_FLAGS = 0;
  private static final byte VERSION = 1;
  private static final int BODY_LENGTH = 4;
  private static final int FIELDS_LENGTH = 12;

  /** Enough for any call of ours: an object's path is the longest that others determine. */
  private static final int ROOM = 8 * 1024;

  /** The codes of the header's fields. */
  private static final byte OBJECT_PATH = 1;

  private static final byte INTERFACE = 2;
  private static final byte MEMBER = 3;
  private static final byte DESTINATION = 6;
  private static final byte SIGNATURE = 8;

  private final ByteBuffer message = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);
  private final int body;

  /**
   * A call.
   *
   * @param destination the bus name of the service
   * @param object the path of the object
   * @param member the interface and, after its last dot, the method
   * @param signature the types of the arguments; empty where there is none
   */
  Call(String destination, String object, String member, String signature) {
    int dot = member.lastIndexOf('.');
    message.put(LITTLE_ENDIAN).put(METHOD_CALL).put(NO_FLAGS).put(VERSION);
    message.putInt(0).putInt(0).putInt(0); // the body's length, the serial, the fields' length
    field(OBJECT_PATH, "o", object);
    field(INTERFACE, "s", member.substring(0, dot));
    field(MEMBER, "s", member.substring(dot + 1));
    field(DESTINATION, "s", destination);
    if (!signature.isEmpty()) {
      align(8);
      message.put(SIGNATURE);
      signature("g");
      signature(signature);
    }
    message.putInt(FIELDS_LENGTH, message.position() - FIELDS_LENGTH - Integer.BYTES);
    align(8);
    body = message.position();
  }

  /** A text, or the path of an object. */
  Call text(String value) {
    align(Integer.BYTES);
    byte[] bytes = value.getBytes(UTF_8);
    message.putInt(bytes.length).put(bytes).put((byte) 0);
    return this;
  }

  /** A variant that holds a text. */
  Call variant(String value) {
    signature("s");
    return text(value);
  }

  /** An array of one path. */
  Call pathArray(String path) {
    return array(Integer.BYTES, () -> text(path));
  }

  /** A dictionary of texts. */
  Call dictionary(Map<String, String> entries) {
    return array(
        8,
        () -> {
          for (Map.Entry<String, String> entry : entries.entrySet()) {
            align(8);
            Call _ = text(entry.getKey()).text(entry.getValue());
          }
        });
  }

  /**
   * The whole message.
   *
   * @param serial what the answer will refer to
   */
  ByteBuffer message(int serial) {
    return message
        .putInt(BODY_LENGTH, message.position() - body)
        .putInt(2 * BODY_LENGTH, serial)
        .duplicate()
        .flip();
  }

  /** The length counts neither itself nor what aligns the first element. */
  private Call array(int alignment, Runnable elements) {
    align(Integer.BYTES);
    int length = message.position();
    message.putInt(0);
    align(alignment);
    int start = message.position();
    elements.run();
    message.putInt(length, message.position() - start);
    return this;
  }

  private void field(byte code, String type, String value) {
    align(8);
    message.put(code);
    signature(type);
    Call _ = text(value);
  }

  private void signature(String types) {
    message.put((byte) types.length()).put(types.getBytes(UTF_8)).put((byte) 0);
  }

  private void align(int size) {
    while (message.position() % size != 0) {
      message.put((byte) 0);
    }
  }
}
