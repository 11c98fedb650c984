package io.gatepass.adapters.fs.edit.dotenv;

/** The classes of characters of a JavaScript regular expression. */
final class Characters {
  private Characters() {}

  /** What {@code \s} matches and {@code trim} removes. */
  static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || c == '\uFEFF'
        || isLineEnd(c)
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /** What {@code ^} stands after and {@code $} before. */
  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  /** What a key is made of. */
  static boolean isKey(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.'
        || c == '-';
  }

  /** The first offset from there that is not white space. */
  static int skipSpace(String text, int offset) {
    int at = offset;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where the next line starts, or the text's length. */
  static int nextLine(String text, int offset) {
    int at = offset;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return Math.min(at + 1, text.length());
  }
}
