package io.gatepass.adapters.fs.text;

/**
 * Lines put into a text and taken out again. The text's last line need not end in a line break: it
 * ends as before, whatever is put after it, and taking that out gives the same text.
 */
public final class WholeLines {
  private WholeLines() {}

  /**
   * Puts lines in, in the text's own style.
   *
   * @param at where a line starts, or the end of the text
   * @param lines the lines, without the line break that ends them
   */
  public static Splice insert(String text, int at, String lines) {
    String lineBreak = LineBreaks.of(text);
    boolean starts = startsText(text, at) || LineBreaks.lengthBefore(text, at) > 0;
    return Splice.insert(at, starts ? lines + lineBreak : lineBreak + lines);
  }

  /**
   * Takes lines out; with the last one, if no line break ends it, the line break before it.
   *
   * @param start where the first line starts
   * @param end an offset in the last line
   */
  public static Splice delete(String text, int start, int end) {
    int next = LineBreaks.nextLine(text, end);
    boolean ended = LineBreaks.lengthBefore(text, next) > 0;
    return Splice.delete(ended ? start : start - LineBreaks.lengthBefore(text, start), next);
  }

  /** Whether nothing but a byte order mark stands before that offset. */
  public static boolean startsText(String text, int offset) {
    return offset == (LineBreaks.startsWithByteOrderMark(text) ? 1 : 0);
  }
}
