package io.gatepass.adapters.fs.secret.encrypted;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A JWE in the compact serialization (RFC 7516 §7.1), encrypted with a passphrase: {@code alg}
 * {@code PBES2-HS256+A128KW}, {@code enc} {@code A256GCM}. The content key and the initialization
 * vector are new at each encryption. Every part is in base64url.
 *
 * @param header the protected header, which the tag also covers
 * @param encryptedKey the content key, wrapped
 * @param vector the initialization vector, 96 bits
 * @param ciphertext the content, encrypted
 * @param tag the authentication tag, 128 bits
 */
record PasswordJwe(
    String header, String encryptedKey, String vector, String ciphertext, String tag) {
  private static final String ENCRYPTION = "A256GCM";
  private static final int VECTOR_BYTES = 12;
  private static final int TAG_BYTES = 16;

  /** RFC 7518 §4.8.1.2 asks for at least as many. */
  private static final int FEWEST_ITERATIONS = 1_000;

  /** Some seconds: a header that asks for more is a damaged one. */
  private static final int MOST_ITERATIONS = 10_000_000;

  /**
   * Takes a JWE apart.
   *
   * @throws IOException if it has not five parts; a message for people, as in all methods
   */
  static PasswordJwe parse(String text) throws IOException {
    List<String> parts = List.of(text.strip().split("\\.", -1));
    if (parts.size() != 5) {
      throw new IOException("it is no JWE");
    }
    return new PasswordJwe(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
  }

  /** Encrypts. */
  static PasswordJwe seal(byte[] content, PasswordKey key) {
    String header = Base64Url.encode(headerJson(key.parameters()).getBytes(UTF_8));
    byte[] vector = new byte[VECTOR_BYTES];
    new SecureRandom().nextBytes(vector);
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(256);
      SecretKey contentKey = generator.generateKey();
      Cipher wrap = Cipher.getInstance("AESWrap");
      wrap.init(Cipher.WRAP_MODE, key.key());
      byte[] sealed = gcm(Cipher.ENCRYPT_MODE, contentKey, vector, header).doFinal(content);
      int border = sealed.length - TAG_BYTES;
      return new PasswordJwe(
          header,
          Base64Url.encode(wrap.wrap(contentKey)),
          Base64Url.encode(vector),
          Base64Url.encode(Arrays.copyOf(sealed, border)),
          Base64Url.encode(Arrays.copyOfRange(sealed, border, sealed.length)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES", e);
    }
  }

  /**
   * How the key is made from the passphrase.
   *
   * @throws IOException if it is encrypted in another way
   */
  PasswordKey.Parameters parameters() throws IOException {
    Map<String, String> members = FlatJson.parse(Base64Url.decode(header));
    if (!PasswordKey.ALGORITHM.equals(members.get("alg"))
        || !ENCRYPTION.equals(members.get("enc"))
        || members.containsKey("zip")
        || members.containsKey("crit")) {
      throw new IOException("it is encrypted in another way than gatepass does");
    }
    String count = members.getOrDefault("p2c", "");
    int iterations = count.matches("[0-9]{1,9}") ? Integer.parseInt(count) : 0;
    if (iterations < FEWEST_ITERATIONS || iterations > MOST_ITERATIONS) {
      throw new IOException("its iteration count is out of range");
    }
    byte[] salt = Base64Url.decode(members.getOrDefault("p2s", ""));
    return new PasswordKey.Parameters(Base64Url.encode(salt), iterations);
  }

  /**
   * Decrypts.
   *
   * @return the content, which the caller wipes; nothing where the key is the wrong one
   * @throws IOException if it was changed by somebody without the key
   */
  Optional<byte[]> open(PasswordKey key) throws IOException {
    try {
      Optional<SecretKey> contentKey = unwrap(key);
      return contentKey.isEmpty() ? Optional.empty() : Optional.of(decrypt(contentKey.get()));
    } catch (GeneralSecurityException e) {
      throw new IOException("it was changed or cut off", e);
    }
  }

  /** The compact serialization. */
  String text() {
    return String.join(".", header, encryptedKey, vector, ciphertext, tag);
  }

  private Optional<SecretKey> unwrap(PasswordKey key) throws GeneralSecurityException, IOException {
    byte[] wrapped = Base64Url.decode(encryptedKey);
    Cipher unwrap = Cipher.getInstance("AESWrap");
    unwrap.init(Cipher.UNWRAP_MODE, key.key());
    try {
      return Optional.of((SecretKey) unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY));
    } catch (InvalidKeyException e) {
      return Optional.empty(); // key wrap checks itself: this is how a wrong passphrase is told
    }
  }

  private byte[] decrypt(SecretKey contentKey) throws GeneralSecurityException, IOException {
    byte[] end = Base64Url.decode(tag);
    if (end.length != TAG_BYTES) {
      throw new IOException("its authentication tag has a wrong length");
    }
    byte[] begin = Base64Url.decode(ciphertext);
    byte[] sealed = Arrays.copyOf(begin, begin.length + end.length);
    System.arraycopy(end, 0, sealed, begin.length, end.length);
    return gcm(Cipher.DECRYPT_MODE, contentKey, Base64Url.decode(vector), header).doFinal(sealed);
  }

  private static Cipher gcm(int mode, SecretKey key, byte[] vector, String header)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, vector));
    cipher.updateAAD(header.getBytes(US_ASCII));
    return cipher;
  }

  private static String headerJson(PasswordKey.Parameters parameters) {
    return String.format(
        Locale.ROOT,
        "{\"alg\":\"%s\",\"enc\":\"%s\",\"p2s\":\"%s\",\"p2c\":%d}",
        PasswordKey.ALGORITHM,
        ENCRYPTION,
        parameters.salt(),
        parameters.iterations());
  }
}
