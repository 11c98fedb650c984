package io.gatepass.adapters.fs.edit.toml;

import io.gatepass.adapters.fs.edit.toml.span.Entry;
import io.gatepass.adapters.fs.text.LineBreaks;

/**
 * How an entry is laid out: taken from a sibling, else as most people write it.
 *
 * @param indentation what stands before the key on its line
 * @param equals what stands between key and value
 */
record Style(String indentation, String equals) {
  /** The style of an entry without siblings. */
  static final Style PLAIN = new Style("", " = ");

  /** The style of an entry that has its own line. */
  static Style ofLine(String text, Entry sibling) {
    return new Style(indentationAt(text, sibling.key().start()), equalsOf(text, sibling));
  }

  /** What stands before that offset on its line. */
  static String indentationAt(String text, int offset) {
    int lineStart = LineBreaks.lineStart(text, offset);
    int at = lineStart;
    while (at < offset && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return text.substring(lineStart, at);
  }

  static String equalsOf(String text, Entry sibling) {
    String between = text.substring(sibling.key().end(), sibling.value().start());
    int sign = between.indexOf('=');
    return blank(between.substring(0, sign)) + "=" + blank(between.substring(sign + 1));
  }

  // Columns that are aligned with spaces would not be aligned with another key.
  private static String blank(String blank) {
    return blank.length() > 1 ? " " : blank;
  }
}
