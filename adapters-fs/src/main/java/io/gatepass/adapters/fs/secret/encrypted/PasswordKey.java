package io.gatepass.adapters.fs.secret.encrypted;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatepass.domain.oauth.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key made from a passphrase, as JWE's {@code PBES2-HS256+A128KW} has it (RFC 7518 §4.8): PBKDF2
 * with HMAC-SHA-256 over the passphrase, and a salt that includes the algorithm's name.
 *
 * @param parameters what it was made with beside the passphrase
 * @param key 128 bits, for AES key wrap
 */
record PasswordKey(Parameters parameters, SecretKey key) {
  static final String ALGORITHM = "PBES2-HS256+A128KW";

  /** A tenth of a second or less on a laptop; docs/adr says why not more. */
  static final int ITERATIONS = 200_000;

  private static final int SALT_BYTES = 16;
  private static final int KEY_BITS = 128;

  /**
   * The public part.
   *
   * @param salt the header's {@code p2s}, in base64url
   * @param iterations the header's {@code p2c}
   */
  record Parameters(String salt, int iterations) {
    /** A new salt. */
    static Parameters random(int iterations) {
      byte[] salt = new byte[SALT_BYTES];
      new SecureRandom().nextBytes(salt);
      return new Parameters(Base64Url.encode(salt), iterations);
    }
  }

  /** Makes the key; takes as long as the iterations say. */
  static PasswordKey of(Secret passphrase, Parameters parameters) {
    byte[] salt = fullSalt(Base64.getUrlDecoder().decode(parameters.salt()));
    char[] password = passphrase.reveal().toCharArray();
    PBEKeySpec spec = new PBEKeySpec(password, salt, parameters.iterations(), KEY_BITS);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return new PasswordKey(parameters, new SecretKeySpec(key, "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
      Arrays.fill(password, '\0');
    }
  }

  @Override
  public String toString() {
    return "PasswordKey[redacted]";
  }

  private static byte[] fullSalt(byte[] salt) {
    byte[] name = (ALGORITHM + "\0").getBytes(US_ASCII);
    byte[] full = Arrays.copyOf(name, name.length + salt.length);
    System.arraycopy(salt, 0, full, name.length, salt.length);
    return full;
  }
}
