package io.gatepass.adapters.oidc.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that opens an address, as an array of arguments: no shell ever sees the address.
 *
 * @param words the program and its arguments; {@code %s} in an argument stands for the address
 */
record BrowserCommand(List<String> words) {
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  BrowserCommand {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a command has at least a program");
    }
  }

  /**
   * Splits one command of {@code $BROWSER} at white space, keeping what is in quotation marks
   * together. A {@code &} at the end is dropped: the program is never waited for anyhow.
   *
   * @return the words, empty if there are none
   */
  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(QUOTED.matcher(matcher.group()).replaceAll(BrowserCommand::unquoted));
    }
    if (!words.isEmpty() && words.getLast().equals("&")) {
      words.removeLast();
    }
    return words;
  }

  String program() {
    return words.getFirst();
  }

  /** The command for an address, which goes to the end where no argument asks for it. */
  List<String> opening(String program, String url) {
    List<String> arguments = new ArrayList<>(List.of(program));
    words.stream().skip(1).map(word -> word.replace("%s", url)).forEach(arguments::add);
    if (words.stream().skip(1).noneMatch(word -> word.contains("%s"))) {
      arguments.add(url);
    }
    return arguments;
  }

  private static String unquoted(MatchResult quoted) {
    String inside = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
    return Matcher.quoteReplacement(inside);
  }
}
