package io.gatepass.e2e.harness;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Looks for secrets in texts, plain and in the encodings that programs use in passing. */
public final class Leaks {
  private Leaks() {}

  /**
   * Tells what leaked where.
   *
   * @param places what was found, byte for char (ISO 8859-1), by the name of the place
   * @param secrets what must not be among it, by a name that may be told
   */
  public static List<String> in(Map<String, String> places, Map<String, String> secrets) {
    List<String> leaks = new ArrayList<>();
    places.forEach((place, content) ->
        secrets.forEach((name, secret) -> {
          if (forms(secret).stream().anyMatch(content::contains)) {
            leaks.add(name + " in " + place);
          }
        }));
    return leaks;
  }

  private static List<String> forms(String secret) {
    byte[] bytes = secret.getBytes(UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    forms.add(new String(secret.getBytes(UTF_16LE), StandardCharsets.ISO_8859_1));
    forms.add(HexFormat.of().formatHex(bytes));
    for (int offset = 0; offset < 3; offset++) {
      forms.add(base64Within(bytes, offset));
    }
    return forms;
  }

  /** What the secret looks like in the Base64 form of a longer text, {@code offset} bytes in. */
  private static String base64Within(byte[] bytes, int offset) {
    byte[] shifted = new byte[bytes.length + offset];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    // The first and the last characters depend on the neighbours.
    return whole.substring(offset == 0 ? 0 : 4, whole.length() - 2);
  }
}
