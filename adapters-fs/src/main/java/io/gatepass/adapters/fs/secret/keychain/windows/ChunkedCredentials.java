package io.gatepass.adapters.fs.secret.keychain.windows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Values longer than a credential can be, whole or not at all, whenever the process dies.
 *
 * <p>The credential <i>key</i> is the head. A value that fits is in the head, after {@code =}, so
 * that writing it is one step. A longer one is in credentials of its own, <i>key</i>{@code #}<i>
 * generation</i>{@code .}<i>number</i>, under a generation that was never used before; only when
 * all are written does the head, {@code #}<i>generation count sha256</i>, come to name them, and
 * only then are those of older generations removed. A reader that finds chunks missing was
 * overtaken by a writer and reads the head again.
 *
 * <p>Two writers of the same key need a lock around them (the login lock): one may take the other's
 * chunks, not yet named by the head, for those of an older generation. A value is lost then, but
 * never mixed.
 */
final class ChunkedCredentials {
  private static final char INLINE = '=';
  private static final char CHUNKED = '#';
  private static final int READS = 3;

  private final Credentials credentials;

  ChunkedCredentials(Credentials credentials) {
    this.credentials = credentials;
  }

  /** The value; the caller wipes it. A damaged one is as good as none. */
  Optional<byte[]> get(String key) {
    for (int i = 0; i < READS; i++) {
      Optional<byte[]> head = credentials.read(key);
      if (head.isEmpty()) {
        return Optional.empty();
      }
      Optional<byte[]> value = value(key, head.get());
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** Puts a value in place of the one before. */
  void put(String key, byte[] value) {
    if (value.length < Credentials.MAX_BYTES) {
      byte[] head = inline(value);
      credentials.write(key, head);
      Arrays.fill(head, (byte) 0);
      removeChunks(key, "");
      return;
    }
    String generation = UUID.randomUUID().toString();
    int count = writeChunks(key, generation, value);
    String head = CHUNKED + generation + " " + count + " " + sha256(value);
    credentials.write(key, head.getBytes(US_ASCII));
    removeChunks(key, generation);
  }

  /** Removes a value. */
  void delete(String key) {
    credentials.delete(key);
    removeChunks(key, "");
  }

  /** The keys that start with the prefix. */
  List<String> list(String prefix) {
    return credentials.list(prefix).stream()
        .filter(target -> target.indexOf(CHUNKED) < 0)
        .sorted()
        .toList();
  }

  private Optional<byte[]> value(String key, byte[] head) {
    if (head.length > 1 && head[0] == INLINE) {
      return Optional.of(Arrays.copyOfRange(head, 1, head.length));
    }
    String text = new String(head, US_ASCII);
    if (!text.matches(CHUNKED + "[0-9a-f-]{36} [0-9]{1,4} [0-9a-f]{64}")) {
      return Optional.empty();
    }
    String[] parts = text.substring(1).split(" ", -1);
    return joined(key, parts[0], Integer.parseInt(parts[1]))
        .filter(value -> sha256(value).equals(parts[2]));
  }

  private Optional<byte[]> joined(String key, String generation, int count) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      Optional<byte[]> chunk = credentials.read(chunk(key, generation, i));
      if (chunk.isEmpty()) {
        return Optional.empty();
      }
      value.writeBytes(chunk.get());
      Arrays.fill(chunk.get(), (byte) 0);
    }
    return Optional.of(value.toByteArray());
  }

  private int writeChunks(String key, String generation, byte[] value) {
    int count = 0;
    for (int from = 0; from < value.length; from += Credentials.MAX_BYTES) {
      int to = Math.min(value.length, from + Credentials.MAX_BYTES);
      byte[] bytes = Arrays.copyOfRange(value, from, to);
      credentials.write(chunk(key, generation, count++), bytes);
      Arrays.fill(bytes, (byte) 0);
    }
    return count;
  }

  private void removeChunks(String key, String exceptGeneration) {
    String kept = key + CHUNKED + exceptGeneration + ".";
    credentials.list(key + CHUNKED).stream()
        .filter(target -> !target.startsWith(kept))
        .forEach(credentials::delete);
  }

  private static byte[] inline(byte[] value) {
    byte[] head = new byte[value.length + 1];
    head[0] = INLINE;
    System.arraycopy(value, 0, head, 1, value.length);
    return head;
  }

  private static String chunk(String key, String generation, int number) {
    return key + CHUNKED + generation + "." + number;
  }

  private static String sha256(byte[] value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
