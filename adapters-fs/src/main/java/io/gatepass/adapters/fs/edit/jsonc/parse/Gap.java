package io.gatepass.adapters.fs.edit.jsonc.parse;

import java.util.OptionalInt;

/**
 * What stands between two tokens of a document that has parsed: white space, comments, perhaps one
 * comma.
 *
 * @param start where it starts
 * @param end where it ends, exclusive
 * @param comma the offset of the comma
 * @param blankStart where the white space starts that it ends with
 * @param lineComment whether that white space follows a comment that only a line break ends
 */
public record Gap(int start, int end, OptionalInt comma, int blankStart, boolean lineComment) {
  /** Looks at a piece of a document. */
  public static Gap of(String text, int start, int end) {
    OptionalInt comma = OptionalInt.empty();
    int blankStart = start;
    boolean lineComment = false;
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      int next = c == '/' ? commentEnd(text, at, end) : at + 1;
      if (c == ',') {
        comma = OptionalInt.of(at);
      }
      if (c == ',' || c == '/') {
        blankStart = next;
        lineComment = c == '/' && text.charAt(at + 1) == '/';
      }
      at = next;
    }
    return new Gap(start, end, comma, blankStart, lineComment);
  }

  /** The white space that it ends with. */
  public String blank(String text) {
    return text.substring(blankStart, end);
  }

  /** Whether there is nothing in it but white space. */
  public boolean isBlank() {
    return blankStart == start;
  }

  private static int commentEnd(String text, int start, int end) {
    if (text.charAt(start + 1) == '*') {
      return text.indexOf("*/", start + 2) + 2;
    }
    int at = start;
    while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
