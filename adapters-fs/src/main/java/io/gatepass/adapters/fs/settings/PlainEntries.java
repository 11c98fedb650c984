package io.gatepass.adapters.fs.settings;

import io.gatepass.domain.settings.SettingKey.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a settings file that is as plain as the ones gatepass writes: strings without escapes,
 * whole numbers, flags, arrays of strings, and the groups. Whatever else is in a file is left to
 * {@link SettingsParser}'s JSON library, which reads the plain ones alike. It exists because {@code
 * gatepass token} runs for less time than that library takes to load. docs/adr/0028
 */
final class PlainEntries {
  private static final int END = -1;

  private final String text;
  private final List<Entry> entries = new ArrayList<>();
  private int at;
  private int line = 1;

  private PlainEntries(String text) {
    this.text = text;
  }

  /** It is not plain, perhaps not even JSON: for somebody else to tell. */
  private static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlain() {
      super("not plain", null, false, false);
    }
  }

  /**
   * The members of the text, or nothing where it is not plain.
   *
   * @param text without a byte order mark
   */
  static Optional<List<Entry>> read(String text) {
    String lines = text.replace("\r\n", "\n");
    if (lines.indexOf('\r') >= 0) {
      return Optional.empty();
    }
    PlainEntries reading = new PlainEntries(lines);
    try {
      reading.expect('{');
      reading.object(List.of());
      return reading.next() == END ? Optional.of(reading.entries) : Optional.empty();
    } catch (NotPlain e) {
      return Optional.empty(); // the library reads it, or says what is wrong with it
    }
  }

  /** The rest of an object after its brace. */
  private void object(List<String> outer) throws NotPlain {
    Set<String> seen = new HashSet<>();
    while (next() != '}') {
      int nameLine = line;
      String name = string();
      if (!seen.add(name)) {
        throw new NotPlain();
      }
      List<String> names = new ArrayList<>(outer);
      names.add(name);
      expect(':');
      member(names, nameLine);
      separator('}');
    }
    at++;
  }

  private void member(List<String> names, int nameLine) throws NotPlain {
    switch (next()) {
      case '"' -> entries.add(entry(names, nameLine, Shape.TEXT, List.of(string())));
      case '[' -> entries.add(entry(names, nameLine, Shape.LIST, array()));
      case '{' -> group(names);
      default -> entries.add(scalar(names, nameLine, word()));
    }
  }

  private void group(List<String> names) throws NotPlain {
    if (names.size() != 1 || !Entry.isGroup(names.getFirst())) {
      throw new NotPlain();
    }
    at++;
    object(names);
  }

  private List<String> array() throws NotPlain {
    at++;
    List<String> texts = new ArrayList<>();
    while (next() != ']') {
      texts.add(string());
      separator(']');
    }
    at++;
    return texts;
  }

  private static Entry scalar(List<String> names, int nameLine, String word) throws NotPlain {
    if (word.equals("true") || word.equals("false")) {
      return entry(names, nameLine, Shape.FLAG, List.of(word));
    }
    // Longer numbers are no setting's: whoever can read them may judge them.
    boolean number = word.length() <= 9 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    if (word.isEmpty() || !number || (word.length() > 1 && word.charAt(0) == '0')) {
      throw new NotPlain();
    }
    return entry(names, nameLine, Shape.PORT, List.of(word));
  }

  private static Entry entry(List<String> names, int line, Shape shape, List<String> texts) {
    return new Entry(names, line, Optional.of(shape), texts);
  }

  private String word() {
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private String string() throws NotPlain {
    expect('"');
    int start = at;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return text.substring(start, at++);
      }
      if (c == '\\' || c < ' ') {
        throw new NotPlain();
      }
    }
    throw new NotPlain();
  }

  /** A comma, which may also stand before the end. */
  private void separator(char end) throws NotPlain {
    int c = next();
    if (c == ',') {
      at++;
    } else if (c != end) {
      throw new NotPlain();
    }
  }

  private void expect(char wanted) throws NotPlain {
    if (next() != wanted) {
      throw new NotPlain();
    }
    at++;
  }

  /** The next character that is neither white space nor in a comment, which is not passed yet. */
  private int next() throws NotPlain {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '/') {
        comment();
      } else if (c == '\n') {
        line++;
        at++;
      } else if (c == ' ' || c == '\t') {
        at++;
      } else {
        return c;
      }
    }
    return END;
  }

  private void comment() throws NotPlain {
    boolean block = text.startsWith("/*", at);
    int end = block ? text.indexOf("*/", at + 2) : text.indexOf('\n', at);
    if (end < 0 || !(block || text.startsWith("//", at))) {
      throw new NotPlain();
    }
    for (; at < end; at++) {
      line += text.charAt(at) == '\n' ? 1 : 0;
    }
    at += block ? 2 : 0;
  }
}
