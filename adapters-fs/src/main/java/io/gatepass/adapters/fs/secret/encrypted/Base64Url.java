package io.gatepass.adapters.fs.secret.encrypted;

import java.io.IOException;
import java.util.Base64;

/** Base64url without padding, as JOSE has it (RFC 7515 §2). */
final class Base64Url {
  private Base64Url() {}

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The bytes; there is only one text for each, so that no changed character goes unnoticed. */
  static byte[] decode(String text) throws IOException {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (encode(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      // Falls through to the failure below; the cause would only repeat a character.
    }
    throw new IOException("it is not in base64url");
  }
}
