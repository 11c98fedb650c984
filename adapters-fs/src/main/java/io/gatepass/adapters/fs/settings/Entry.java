package io.gatepass.adapters.fs.settings;

import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingKey.Shape;
import io.gatepass.domain.settings.SettingValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A member of a settings file, before it is known to be a setting.
 *
 * @param names its name and, before it, the names of the objects it is in
 * @param line where its name stands, from 1
 * @param shape what its value looks like; nothing for null, objects, numbers that are not whole and
 *     arrays of anything but strings
 * @param texts the value: one text, or those of the array
 */
record Entry(List<String> names, int line, Optional<Shape> shape, List<String> texts) {
  Entry {
    names = List.copyOf(names);
    texts = List.copyOf(texts);
  }

  /** The name as messages and {@link SettingKey#jsonName} spell it. */
  String name() {
    return String.join(".", names);
  }

  /** The setting of that name. A dot within one of the names does not stand for nesting. */
  Optional<SettingKey> key() {
    return names.stream().anyMatch(name -> name.contains("."))
        ? Optional.empty()
        : SettingKey.ofJsonName(name());
  }

  boolean holds(SettingKey key, SettingValue value) {
    return shape.filter(key.shape()::equals).isPresent() && texts.equals(value.texts());
  }

  /** Whether settings are nested in an object of that name. */
  static boolean isGroup(String name) {
    return Arrays.stream(SettingKey.values())
        .anyMatch(key -> key.jsonName().startsWith(name + "."));
  }
}
