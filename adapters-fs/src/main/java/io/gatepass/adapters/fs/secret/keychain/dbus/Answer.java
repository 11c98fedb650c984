package io.gatepass.adapters.fs.secret.keychain.dbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message from the bus and its values, read in the order of its signature (D-Bus specification,
 * "Message Protocol").
 *
 * <p>The methods throw {@link java.nio.BufferUnderflowException} or {@link
 * IllegalArgumentException} where the message ends too soon or has impossible lengths.
 */
final class Answer {
  /** Before the length of the header's fields and the fields themselves. */
  static final int FIXED = 16;

  private static final byte BIG_ENDIAN = 'B';
  private static final byte ERROR = 3;
  private static final int TYPE = 1;
  private static final int BODY_LENGTH = 4;
  private static final int FIELDS_LENGTH = 12;

  /** The codes of the header's fields. */
  private static final byte ERROR_NAME = 4;

  private static final byte REPLY_SERIAL = 5;
  private static final byte SIGNATURE = 8;

  private final byte[] bytes;
  private final ByteBuffer message;
  private final boolean isError;
  private int replySerial;
  private String errorName = "";
  private String signature = "";

  /**
   * Reads the header.
   *
   * @param bytes the whole message, which is kept
   */
  Answer(byte[] bytes) throws IOException {
    this.bytes = bytes;
    this.message = ByteBuffer.wrap(bytes);
    message.order(order(message));
    this.isError = message.get(TYPE) == ERROR;
    int end = FIXED + message.getInt(FIELDS_LENGTH);
    message.position(FIXED);
    while (message.position() < end) {
      align(8);
      readField(message.get());
    }
    align(8);
  }

  /** The length of the whole message, of which the first {@link #FIXED} bytes are there. */
  static long length(ByteBuffer start) {
    ByteOrder order = order(start);
    ByteBuffer header = start.duplicate().order(order);
    long fields = Integer.toUnsignedLong(header.getInt(FIELDS_LENGTH));
    long padded = (FIXED + fields + 7) / 8 * 8;
    return padded + Integer.toUnsignedLong(header.getInt(BODY_LENGTH));
  }

  /** The serial of the call that this answers; 0 where it answers none. */
  int replySerial() {
    return replySerial;
  }

  /**
   * The same, if it is no error and has values of these types.
   *
   * @throws IOException if it is an error or of another kind
   */
  Answer of(String types) throws IOException {
    if (isError || !signature.equals(types)) {
      throw new IOException("answered with " + (isError ? errorName : "(" + signature + ")"));
    }
    return this;
  }

  /** A text, or the path of an object. */
  String text() {
    byte[] text = bytes();
    message.get(); // NUL
    return new String(text, UTF_8);
  }

  /** An array of bytes. */
  byte[] bytes() {
    byte[] array = new byte[length()];
    message.get(array);
    return array;
  }

  /** An array of paths. */
  List<String> texts() {
    int length = length();
    int end = message.position() + length;
    List<String> texts = new ArrayList<>();
    while (message.position() < end) {
      texts.add(text());
    }
    return texts;
  }

  /** A variant that must hold a truth value. */
  boolean booleanVariant() throws IOException {
    variant("b");
    align(Integer.BYTES);
    return message.getInt() != 0;
  }

  /** A variant that must hold a text. */
  String textVariant() throws IOException {
    variant("s");
    return text();
  }

  /** Steps into an array of dictionary entries or structures; says whether there is an element. */
  boolean enter() {
    int length = length();
    align(8);
    return length > 0;
  }

  /** Steps to the next structure. */
  Answer struct() {
    align(8);
    return this;
  }

  /** Wipes the message, once a secret has been read from it. */
  void wipe() {
    Arrays.fill(bytes, (byte) 0);
  }

  private void readField(byte code) throws IOException {
    String type = signature();
    switch (type) {
      case "s", "o" -> {
        String value = text();
        errorName = code == ERROR_NAME ? value : errorName;
      }
      case "g" -> {
        String value = signature();
        signature = code == SIGNATURE ? value : signature;
      }
      case "u" -> {
        align(Integer.BYTES);
        int value = message.getInt();
        replySerial = code == REPLY_SERIAL ? value : replySerial;
      }
      default -> throw new IOException("a field of the type " + type);
    }
  }

  private void variant(String type) throws IOException {
    String actual = signature();
    if (!actual.equals(type)) {
      throw new IOException("a variant of the type " + actual);
    }
  }

  private String signature() {
    byte[] types = new byte[Byte.toUnsignedInt(message.get())];
    message.get(types).get(); // NUL
    return new String(types, UTF_8);
  }

  private int length() {
    align(Integer.BYTES);
    int length = message.getInt();
    if (length < 0 || length > message.remaining()) {
      throw new IllegalArgumentException("a length of " + Integer.toUnsignedString(length));
    }
    return length;
  }

  private void align(int size) {
    int odd = message.position() % size;
    if (odd != 0) {
      message.position(message.position() + size - odd);
    }
  }

  private static ByteOrder order(ByteBuffer message) {
    return message.get(0) == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }
}
