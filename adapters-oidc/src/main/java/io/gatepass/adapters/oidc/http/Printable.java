package io.gatepass.adapters.oidc.http;

/**
 * Text of foreign origin, made fit to be shown on a terminal and in a page: no control characters,
 * no invisible or direction-changing ones, single spaces, not long.
 */
public final class Printable {
  private static final int LONGEST = 200;

  private Printable() {}

  /** The text, fit to be shown. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().map(Printable::spaceForUnprintable).forEach(shown::appendCodePoint);
    String single = shown.toString().replaceAll(" {2,}", " ").strip();
    return single.codePointCount(0, single.length()) > LONGEST
        ? single.substring(0, single.offsetByCodePoints(0, LONGEST)) + "…"
        : single;
  }

  private static int spaceForUnprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          ' ';
      default -> codePoint;
    };
  }
}
