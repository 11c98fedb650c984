package io.gatepass.adapters.fs.text;

import java.util.List;

/**
 * A piece of a text to replace.
 *
 * @param start where it starts, in UTF-16 code units
 * @param end where it ends, exclusive; the start for an insertion
 * @param replacement what to put there
 */
public record Splice(int start, int end, String replacement) {
  /** An insertion. */
  public static Splice insert(int at, String text) {
    return new Splice(at, at, text);
  }

  /** A deletion. */
  public static Splice delete(int start, int end) {
    return new Splice(start, end, "");
  }

  /** The text with all pieces replaced; they are in order and do not overlap. */
  public static String apply(String text, List<Splice> splices) {
    StringBuilder result = new StringBuilder(text.length() + 64);
    int copied = 0;
    for (Splice splice : splices) {
      result.append(text, copied, splice.start).append(splice.replacement);
      copied = splice.end;
    }
    return result.append(text, copied, text.length()).toString();
  }
}
