package io.gatepass.adapters.http.proxy.dialect;

/** Writes a JSON string (RFC 8259 §7). */
public final class JsonText {
  private JsonText() {}

  /** The text in quotes, with everything escaped that has to be. */
  public static String of(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '"' || next == '\\') {
        json.append('\\').append(next);
      } else if (next < ' ') {
        json.append("\\u%04x".formatted((int) next));
      } else {
        json.append(next);
      }
    }
    return json.append('"').toString();
  }
}
