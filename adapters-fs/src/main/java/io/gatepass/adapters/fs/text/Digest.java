package io.gatepass.adapters.fs.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a text that is to be known again and not to be kept. */
public final class Digest {
  private static final String PREFIX = "sha256:";

  private Digest() {}

  /** {@code sha256:} and 64 lower-case hex digits. */
  public static String of(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return PREFIX + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Whether this is a digest and not a text. */
  public static boolean isOne(String text) {
    return text.startsWith(PREFIX);
  }
}
