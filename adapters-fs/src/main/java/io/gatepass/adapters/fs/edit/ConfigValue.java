package io.gatepass.adapters.fs.edit;

import java.util.List;

/** A value to write, before a format spells it. */
public sealed interface ConfigValue {
  /** A text. */
  record Text(String text) implements ConfigValue {}

  /** A whole number. */
  record Whole(long number) implements ConfigValue {}

  /** True or false. */
  record Flag(boolean flag) implements ConfigValue {}

  /** Values in order. */
  record Items(List<ConfigValue> items) implements ConfigValue {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Values by name, in order. */
  record Fields(List<Field> fields) implements ConfigValue {
    /** Copies the list. */
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /** A named value. */
  record Field(String name, ConfigValue value) {}

  /** Whether a text in it contains that. */
  default boolean contains(String part) {
    return switch (this) {
      case Text it -> it.text().contains(part);
      case Items it -> it.items().stream().anyMatch(item -> item.contains(part));
      case Fields it -> it.fields().stream().anyMatch(field -> field.value().contains(part));
      case Whole _, Flag _ -> false;
    };
  }

  /** A list of texts. */
  static Items texts(List<String> texts) {
    return new Items(texts.stream().<ConfigValue>map(Text::new).toList());
  }
}
