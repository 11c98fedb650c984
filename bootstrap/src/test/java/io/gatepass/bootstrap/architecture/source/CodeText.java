package io.gatepass.bootstrap.architecture.source;

import java.util.regex.Pattern;

/** Java text, with a sense for what in it is comment. */
final class CodeText {

  /** Comments, and the literals in which the signs of a comment mean nothing. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*.*?\\*/)"
              + "|\"\"\".*?(?<!\\\\)\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\"|'(\\\\.|[^'\\\\\\n])*'",
          Pattern.DOTALL);

  private CodeText() {}

  static boolean hasComment(String text) {
    return TOKEN.matcher(text).results().anyMatch(token -> token.group("comment") != null);
  }

  /** The number of lines that hold more than space and comment. */
  static int lines(String text) {
    var code =
        TOKEN
            .matcher(text)
            .replaceAll(token ->
                token.group("comment") == null ? "literal".concat(rest(token.group())) : "");
    return (int) code.lines().filter(line -> !line.isBlank()).count();
  }

  /** Keeps the lines of a text block. */
  private static String rest(String literal) {
    return "\nliteral".repeat((int) literal.chars().filter(c -> c == '\n').count());
  }
}
