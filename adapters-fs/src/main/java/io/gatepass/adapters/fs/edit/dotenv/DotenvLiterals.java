package io.gatepass.adapters.fs.edit.dotenv;

import io.gatepass.adapters.fs.edit.ConfigValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How texts are spelled so that dotenv reads them back. dotenv has no escapes but {@code \n} and
 * {@code \r} in double quotes, so the quotes are chosen by what the text holds. Where there is a
 * choice it is the spelling that shells and other readers of such files understand alike.
 */
final class DotenvLiterals {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

  private DotenvLiterals() {}

  static String key(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("\"" + key + "\" is no key of dotenv");
    }
    return key;
  }

  /** The text that the value is in an environment. */
  static String text(ConfigValue value) {
    return switch (value) {
      case ConfigValue.Text it -> it.text();
      case ConfigValue.Whole it -> Long.toString(it.number());
      case ConfigValue.Flag it -> Boolean.toString(it.flag());
      case ConfigValue.Items _, ConfigValue.Fields _ ->
          throw new IllegalArgumentException("dotenv has no lists and no tables");
    };
  }

  /** The spellings that mean the text, the best first; none if dotenv cannot hold it. */
  static List<String> of(String text) {
    return Stream.of(clean(text), strange(text))
        .flatMap(it -> it)
        .distinct()
        .filter(raw -> isRead(raw, text))
        .toList();
  }

  /** Spellings that every reader understands; in double quotes others expand variables. */
  private static Stream<String> clean(String text) {
    boolean expands = text.contains("$") || text.contains("\\");
    return Stream.of(
            PLAIN.matcher(text).matches() ? Stream.of(text) : Stream.<String>empty(),
            quoted(text, "'"),
            expands ? Stream.<String>empty() : quoted(text, "\""),
            quoted(text, "`"))
        .flatMap(it -> it);
  }

  private static Stream<String> quoted(String text, String quote) {
    boolean ends = text.contains(quote) || text.endsWith("\\");
    return ends ? Stream.empty() : Stream.of(quote + text + quote);
  }

  /**
   * Spellings for texts that have every quote in them, or a backslash at the end. None starts with
   * a quote that a later line could close.
   */
  private static Stream<String> strange(String text) {
    boolean opens = !text.isEmpty() && "'\"`".indexOf(text.charAt(0)) >= 0;
    Stream<String> bare = opens ? Stream.empty() : Stream.of(text);
    if (text.endsWith("\\")) {
      return bare;
    }
    String escaped = text.replace("\n", "\\n").replace("\r", "\\r");
    return Stream.concat(
        bare, Stream.of("\"" + text + "\"", "\"" + escaped + "\"", "'" + text + "'"));
  }

  private static boolean isRead(String raw, String text) {
    List<Entry> entries = DotenvReader.read("K=" + raw + "\nL=''");
    return entries.size() == 2 && entries.getFirst().value().equals(text);
  }
}
