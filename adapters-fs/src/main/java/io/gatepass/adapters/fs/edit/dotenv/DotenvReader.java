package io.gatepass.adapters.fs.edit.dotenv;

import io.gatepass.adapters.fs.text.LineBreaks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads a text exactly as {@code parse} of the npm package dotenv does (versions 16 to 18), and
 * keeps where things stand. That function is one regular expression; what this does in a strange
 * place is what the expression's backtracking comes to there. Lines that are no entry are skipped.
 */
final class DotenvReader {
  private static final String EXPORT = "export";
  private static final String LINE_END = "\\n\\r\\u2028\\u2029";
  private static final Pattern QUOTES =
      Pattern.compile("(?<![^" + LINE_END + "])(['\"`])([\\s\\S]*)\\1(?![^" + LINE_END + "])");

  private final String text;
  private final List<Entry> entries = new ArrayList<>();

  private DotenvReader(String text) {
    this.text = text;
  }

  /** The entries, in order. */
  static List<Entry> read(String text) {
    DotenvReader self = new DotenvReader(text);
    int at = 0;
    while (at < text.length()) {
      int start = Characters.skipSpace(text, at);
      int end = self.entry(start).orElse(start);
      at = Characters.nextLine(text, end);
    }
    return self.entries;
  }

  /** What the text of a value means. */
  static String meaning(String raw) {
    String value = trim(raw.replace("\r\n", "\n").replace('\r', '\n'));
    String bare = QUOTES.matcher(value).replaceAll("$2");
    return value.startsWith("\"") ? bare.replace("\\n", "\n").replace("\\r", "\r") : bare;
  }

  /** Reads an entry that starts there; where its value ends. */
  private OptionalInt entry(int start) {
    int exported = start + EXPORT.length();
    int key = Characters.skipSpace(text, exported);
    if (text.startsWith(EXPORT, start) && key > exported) {
      boolean ownLine = LineBreaks.nextLine(text, exported) <= key;
      OptionalInt end = entry(ownLine ? key : start, key);
      return end.isPresent() ? end : entry(start, start);
    }
    return entry(start, start);
  }

  private OptionalInt entry(int start, int keyStart) {
    int keyEnd = keyStart;
    while (keyEnd < text.length() && Characters.isKey(text.charAt(keyEnd))) {
      keyEnd++;
    }
    int after = afterSeparator(keyEnd);
    if (keyEnd == keyStart || after < 0) {
      return OptionalInt.empty();
    }
    Entry entry = entry(start, text.substring(keyStart, keyEnd), after);
    entries.add(entry);
    return OptionalInt.of(entry.valueEnd());
  }

  private int afterSeparator(int keyEnd) {
    int sign = Characters.skipSpace(text, keyEnd);
    if (sign < text.length() && text.charAt(sign) == '=') {
      return sign + 1;
    }
    int space = keyEnd + 1;
    boolean colon = keyEnd < text.length() && text.charAt(keyEnd) == ':';
    if (!colon || space >= text.length() || !Characters.isSpace(text.charAt(space))) {
      return -1;
    }
    return text.startsWith("\r\n", space) ? space + 2 : space + 1;
  }

  private Entry entry(int start, String key, int after) {
    int first = Characters.skipSpace(text, after);
    OptionalInt closing = closing(first);
    if (closing.isPresent()) {
      boolean laterLine = LineBreaks.nextLine(text, after) <= first;
      return entry(start, key, laterLine ? after : first, closing.getAsInt() + 1);
    }
    int end = after;
    while (end < text.length() && "#\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String value = trim(text.substring(after, end));
    return value.isEmpty()
        ? entry(start, key, after, after)
        : entry(start, key, first, first + value.length());
  }

  private Entry entry(int start, String key, int valueStart, int valueEnd) {
    return new Entry(
        key, start, valueStart, valueEnd, meaning(text.substring(valueStart, valueEnd)));
  }

  /**
   * The closing quote of a value that starts there. It is the first one without a backslash, if no
   * more than a comment follows on its line; else the last one before that with a backslash.
   */
  private OptionalInt closing(int opening) {
    if (opening >= text.length() || "'\"`".indexOf(text.charAt(opening)) < 0) {
      return OptionalInt.empty();
    }
    List<Integer> candidates = new ArrayList<>();
    char quote = text.charAt(opening);
    int at = opening + 1;
    while (at < text.length() && text.charAt(at) != quote) {
      boolean escaped =
          text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) == quote;
      if (escaped) {
        candidates.add(at + 1);
      }
      at += escaped ? 2 : 1;
    }
    if (at < text.length()) {
      candidates.add(at);
    }
    return candidates.reversed().stream()
        .mapToInt(Integer::intValue)
        .filter(this::endsValue)
        .findFirst();
  }

  private boolean endsValue(int closing) {
    int at = closing + 1;
    while (at < text.length() && Characters.isSpace(text.charAt(at))) {
      if (Characters.isLineEnd(text.charAt(at))) {
        return true;
      }
      at++;
    }
    return at == text.length() || text.charAt(at) == '#';
  }

  private static String trim(String text) {
    int start = Characters.skipSpace(text, 0);
    int end = text.length();
    while (end > start && Characters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
