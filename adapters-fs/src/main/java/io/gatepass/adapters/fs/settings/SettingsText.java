package io.gatepass.adapters.fs.settings;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.jsonc.JsoncFormat;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts settings into the text of a settings file and leaves the rest of it as it is. */
final class SettingsText {
  /** Where the JSON Schema of the settings file is published; docs/reference has its source. */
  static final String SCHEMA_ADDRESS = "https://gatepass.io/schema/config.schema.json";

  private static final DocumentFormat FORMAT = JsoncFormat.jsonc();

  private SettingsText() {}

  /**
   * The text with the values in it; the same text where it holds them already.
   *
   * @param place the file, for the error
   */
  static String merge(String place, String text, Map<SettingKey, SettingValue> values) {
    List<Entry> entries = SettingsParser.parse(place, text);
    Map<SettingKey, SettingValue> changes = new TreeMap<>(values);
    changes.entrySet().removeIf(it -> holds(entries, it.getKey(), it.getValue()));
    if (changes.isEmpty()) {
      return text;
    }
    try {
      return set(withSchema(text), changes);
    } catch (UneditableDocument e) {
      throw SettingsParser.invalid(place, e.position(), e.reason());
    }
  }

  /**
   * The text without the values of those keys; the same text where it holds none of them.
   *
   * @param place the file, for the error
   */
  static String without(String place, String text, Set<SettingKey> keys) {
    List<SettingKey> held =
        SettingsParser.parse(place, text).stream()
            .flatMap(entry -> entry.key().stream())
            .filter(keys::contains)
            .toList();
    String result = text;
    try {
      for (SettingKey key : held) {
        result = FORMAT.remove(result, pointer(key));
      }
      return result;
    } catch (UneditableDocument e) {
      throw SettingsParser.invalid(place, e.position(), e.reason());
    }
  }

  private static Pointer pointer(SettingKey key) {
    return new Pointer(List.of(key.jsonName().split("\\.", -1)));
  }

  private static String withSchema(String text) throws UneditableDocument {
    return text.isBlank()
        ? FORMAT
            .set(text, Pointer.of(SettingsFile.SCHEMA), new ConfigValue.Text(SCHEMA_ADDRESS))
            .text()
        : text;
  }

  private static String set(String text, Map<SettingKey, SettingValue> values)
      throws UneditableDocument {
    String result = text;
    for (Map.Entry<SettingKey, SettingValue> it : values.entrySet()) {
      result = FORMAT.set(result, pointer(it.getKey()), spelled(it.getKey(), it.getValue())).text();
    }
    return result;
  }

  private static ConfigValue spelled(SettingKey key, SettingValue value) {
    return switch (key.shape()) {
      case TEXT -> new ConfigValue.Text(value.text());
      case LIST -> ConfigValue.texts(value.texts());
      case PORT -> new ConfigValue.Whole(Long.parseLong(value.text()));
      case FLAG -> new ConfigValue.Flag(Boolean.parseBoolean(value.text()));
    };
  }

  private static boolean holds(List<Entry> entries, SettingKey key, SettingValue value) {
    return entries.stream()
        .anyMatch(entry -> entry.key().filter(key::equals).isPresent() && entry.holds(key, value));
  }
}
