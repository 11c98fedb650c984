package io.gatepass.adapters.fs.edit.toml.span;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value: where it stands and what it means. */
public sealed interface Value {
  /** Its first character. */
  int start();

  /** After its last character. */
  int end();

  /** What it means: equal for two values that are the same however they are spelled. */
  Object meaning();

  /**
   * A string, a number, a boolean, a date or a time.
   *
   * @param meaning a {@code String}, {@code Long}, {@code Double}, {@code Boolean} or {@link
   *     Moment}
   */
  record Scalar(int start, int end, Object meaning) implements Value {}

  /**
   * A date, a time, or both.
   *
   * @param text in one spelling: with seconds, without zeros at the end of their fraction, {@code
   *     T} between date and time, {@code Z} for UTC
   */
  record Moment(String text) {}

  /** An array between brackets. */
  record Items(int start, int end, List<Value> items) implements Value {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Object meaning() {
      return items.stream().map(Value::meaning).toList();
    }
  }

  /** An inline table between braces. */
  record InlineTable(int start, int end, List<Entry> entries) implements Value {
    /** Copies the list. */
    public InlineTable {
      entries = List.copyOf(entries);
    }

    /** After the opening brace. */
    public int interiorStart() {
      return start + 1;
    }

    /** The closing brace. */
    public int interiorEnd() {
      return end - 1;
    }

    @Override
    public Object meaning() {
      Map<List<String>, Object> meaning = new LinkedHashMap<>();
      collect(List.of(), meaning);
      return meaning;
    }

    // A table in a table and a dotted key mean the same, so both become a path.
    private void collect(List<String> path, Map<List<String>, Object> meaning) {
      if (entries.isEmpty()) {
        meaning.put(path, Map.of());
      }
      for (Entry entry : entries) {
        List<String> at = new ArrayList<>(path);
        at.addAll(entry.key().parts());
        if (entry.value() instanceof InlineTable table) {
          table.collect(at, meaning);
        } else {
          meaning.put(at, entry.value().meaning());
        }
      }
    }
  }
}
