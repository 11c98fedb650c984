package io.gatepass.domain.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The only type that holds secret text: a token, a key, a passphrase.
 *
 * <p>Its {@code toString} is {@code [redacted]}, so a record made of secrets is safe to print. It
 * is compared in constant time.
 */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * Wraps secret text.
   *
   * @throws IllegalArgumentException if the text is empty; the message never holds the text
   */
  public static Secret of(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a secret must not be empty");
    }
    return new Secret(text);
  }

  /** The secret text. To be called only where a secret leaves the program (architecture rule 9). */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "[redacted]";
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
