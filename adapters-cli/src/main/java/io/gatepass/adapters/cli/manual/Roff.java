package io.gatepass.adapters.cli.manual;

/** Text as roff reads it (roff(7)): nothing in what is said is taken for a request. */
final class Roff {
  private final StringBuilder text = new StringBuilder();

  /** A line that tells roff what to do; each argument may hold anything. */
  void request(String name, String... arguments) {
    text.append('.').append(name);
    for (String argument : arguments) {
      text.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    text.append('\n');
  }

  /** A line of what the page says. */
  void line(String line) {
    // A dot or an apostrophe at the beginning would make a request of it.
    text.append("\\&").append(escaped(line)).append('\n');
  }

  /** A term and, below it, its meaning. */
  void tagged(String term, String meaning) {
    request("TP");
    text.append("\\fB").append(escaped(term)).append("\\fR\n");
    line(meaning);
  }

  String text() {
    return text.toString();
  }

  /** A plain hyphen would be shown as a typographic one, which nobody can paste into a shell. */
  private static String escaped(String plain) {
    return plain.replace("\\", "\\e").replace("-", "\\-");
  }
}
