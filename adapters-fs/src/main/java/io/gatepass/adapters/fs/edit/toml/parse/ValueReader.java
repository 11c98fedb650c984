package io.gatepass.adapters.fs.edit.toml.parse;

import io.gatepass.adapters.fs.edit.toml.span.Entry;
import io.gatepass.adapters.fs.edit.toml.span.Key;
import io.gatepass.adapters.fs.edit.toml.span.Value;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.ArrayList;
import java.util.List;

/** Reads keys and values. */
final class ValueReader {
  /** How deep arrays and inline tables may be nested. */
  static final int MAX_DEPTH = 1000;

  private final Cursor cursor;
  private int depth;

  ValueReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Entry entry() throws UneditableDocument {
    Key key = key();
    cursor.expect("=");
    cursor.skipBlanks();
    return new Entry(key, value());
  }

  /** Reads a key and the blanks after it. */
  Key key() throws UneditableDocument {
    List<String> parts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    int start = cursor.at();
    do {
      cursor.skipBlanks();
      parts.add(part());
      ends.add(cursor.at());
      cursor.skipBlanks();
    } while (cursor.take("."));
    return new Key(parts, start, ends);
  }

  private String part() throws UneditableDocument {
    if (cursor.peek() == '"' || cursor.peek() == '\'') {
      return Quoted.key(cursor);
    }
    int start = cursor.at();
    while (isKeyCharacter(cursor.peek())) {
      cursor.advance(1);
    }
    if (cursor.at() == start) {
      throw cursor.refused();
    }
    return cursor.since(start);
  }

  private static boolean isKeyCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  Value value() throws UneditableDocument {
    int start = cursor.at();
    return switch (cursor.peek()) {
      case '"', '\'' -> string(start);
      case '[' -> nested(start, this::items);
      case '{' -> nested(start, this::inlineTable);
      default -> bare(start);
    };
  }

  private Value string(int start) throws UneditableDocument {
    String meaning = Quoted.string(cursor);
    return new Value.Scalar(start, cursor.at(), meaning);
  }

  /** Reads a value with others in it. */
  @FunctionalInterface
  private interface Nesting {
    Value read(int start) throws UneditableDocument;
  }

  private Value nested(int start, Nesting nesting) throws UneditableDocument {
    depth++;
    if (depth > MAX_DEPTH) {
      throw cursor.refused(start, "it is nested deeper than " + MAX_DEPTH + " levels");
    }
    cursor.advance(1);
    cursor.skipLines();
    Value value = nesting.read(start);
    depth--;
    return value;
  }

  private Value items(int start) throws UneditableDocument {
    List<Value> items = new ArrayList<>();
    while (!cursor.take("]")) {
      items.add(value());
      cursor.skipLines();
      endOfItem("]");
    }
    return new Value.Items(start, cursor.at(), items);
  }

  private Value inlineTable(int start) throws UneditableDocument {
    List<Entry> entries = new ArrayList<>();
    while (!cursor.take("}")) {
      entries.add(entry());
      cursor.skipLines();
      endOfItem("}");
    }
    return new Value.InlineTable(start, cursor.at(), entries);
  }

  private void endOfItem(String closing) throws UneditableDocument {
    if (!cursor.startsWith(closing)) {
      cursor.expect(",");
      cursor.skipLines();
    }
  }

  private Value bare(int start) throws UneditableDocument {
    skipBare();
    if (cursor.at() == start) {
      throw cursor.refused();
    }
    if (isDate(cursor.since(start)) && cursor.peek() == ' ' && Character.isDigit(cursor.peek(1))) {
      cursor.advance(1);
      skipBare();
    }
    Object meaning =
        Bare.meaning(cursor.since(start))
            .orElseThrow(() -> cursor.refused(start, "this is not a value of TOML"));
    return new Value.Scalar(start, cursor.at(), meaning);
  }

  private void skipBare() {
    while (isKeyCharacter(cursor.peek())
        || cursor.peek() == '+'
        || cursor.peek() == '.'
        || cursor.peek() == ':') {
      cursor.advance(1);
    }
  }

  private static boolean isDate(String text) {
    return text.length() == "2026-01-31".length() && text.charAt(4) == '-' && text.charAt(7) == '-';
  }
}
