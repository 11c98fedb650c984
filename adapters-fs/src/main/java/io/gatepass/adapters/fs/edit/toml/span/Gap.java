package io.gatepass.adapters.fs.edit.toml.span;

import java.util.OptionalInt;

/**
 * What stands between two entries of an inline table: white space, comments, perhaps one comma.
 *
 * @param start where it starts
 * @param end where it ends, exclusive
 * @param comma the offset of the comma
 * @param blankStart where the white space starts that it ends with
 * @param comment whether that white space follows a comment, which only a line break ends
 */
public record Gap(int start, int end, OptionalInt comma, int blankStart, boolean comment) {

  /** Looks at a piece of an inline table. */
  public static Gap of(String text, int start, int end) {
    OptionalInt comma = OptionalInt.empty();
    int blankStart = start;
    boolean comment = false;
    for (int at = start; at < end; ) {
      char c = text.charAt(at);
      int next = c == '#' ? commentEnd(text, at) : at + 1;
      if (c == ',') {
        comma = OptionalInt.of(at);
      }
      if (c == ',' || c == '#') {
        blankStart = next;
        comment = c == '#';
      }
      at = next;
    }
    return new Gap(start, end, comma, blankStart, comment);
  }

  /** The white space that it ends with. */
  public String blank(String text) {
    return text.substring(blankStart, end);
  }

  /** Whether there is nothing in it but white space. */
  public boolean isBlank() {
    return blankStart == start;
  }

  private static int commentEnd(String text, int start) {
    int at = start;
    while (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
