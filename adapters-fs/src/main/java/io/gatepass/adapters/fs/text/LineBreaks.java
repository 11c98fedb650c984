package io.gatepass.adapters.fs.text;

/** Line breaks and the byte order mark: LF, CR LF, and CR alone. */
public final class LineBreaks {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private LineBreaks() {}

  /** Whether the text starts with a byte order mark. */
  public static boolean startsWithByteOrderMark(CharSequence text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
  }

  /** The length of the line break at that offset: 0 where there is none, 2 for CR LF. */
  public static int lengthAt(CharSequence text, int offset) {
    if (offset >= text.length() || !isBreak(text.charAt(offset))) {
      return 0;
    }
    boolean pair =
        text.charAt(offset) == '\r'
            && offset + 1 < text.length()
            && text.charAt(offset + 1) == '\n';
    return pair ? 2 : 1;
  }

  /** The length of the line break that ends at that offset: 0 where there is none. */
  public static int lengthBefore(CharSequence text, int offset) {
    if (offset == 0 || !isBreak(text.charAt(offset - 1))) {
      return 0;
    }
    boolean pair = offset > 1 && text.charAt(offset - 1) == '\n' && text.charAt(offset - 2) == '\r';
    return pair ? 2 : 1;
  }

  /** Whether the text holds a line break. */
  public static boolean isIn(CharSequence text) {
    return text.chars().anyMatch(c -> isBreak((char) c));
  }

  /** The text's first line break; LF where it has none. */
  public static String of(CharSequence text) {
    for (int at = 0; at < text.length(); at++) {
      int length = lengthAt(text, at);
      if (length > 0) {
        return text.subSequence(at, at + length).toString();
      }
    }
    return "\n";
  }

  /** The offset where the line of that offset starts, after a byte order mark. */
  public static int lineStart(CharSequence text, int offset) {
    int at = offset;
    while (at > 0 && !isBreak(text.charAt(at - 1)) && text.charAt(at - 1) != BYTE_ORDER_MARK) {
      at--;
    }
    return at;
  }

  /** The offset after the line break that ends the line of that offset, or the text's end. */
  public static int nextLine(CharSequence text, int offset) {
    int at = offset;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at + lengthAt(text, at);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
