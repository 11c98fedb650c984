package io.gatepass.adapters.fs.text;

/**
 * A place in a text, as an editor shows it.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 */
public record TextPosition(int line, int column) {
  /** The place of the character at that offset; a byte order mark takes no column. */
  public static TextPosition of(CharSequence text, int offset) {
    int line = 1;
    int start = LineBreaks.startsWithByteOrderMark(text) ? 1 : 0;
    for (int at = start; at < offset; ) {
      int length = LineBreaks.lengthAt(text, at);
      if (length > 0 && at + length <= offset) {
        line++;
        start = at + length;
      }
      at += Math.max(1, length);
    }
    return new TextPosition(line, Math.max(0, offset - start) + 1);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
