package io.gatepass.adapters.fs.settings;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingKey.Shape;
import io.gatepass.domain.settings.SettingValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a settings file says.
 *
 * @param values the settings, checked
 * @param warnings members that are no settings, naming file and line
 */
record SettingsFile(Map<SettingKey, SettingValue> values, List<String> warnings) {
  /** The name under which a file names its JSON Schema; known and without effect. */
  static final String SCHEMA = "$schema";

  SettingsFile {
    values = Map.copyOf(values);
    warnings = List.copyOf(warnings);
  }

  /** The members of a file, none where it does not exist. */
  static List<Entry> entries(AtomicFile file) {
    String place = file.toString();
    return file.read()
        .map(bytes -> SettingsParser.parse(place, SettingsParser.decode(place, bytes)))
        .orElse(List.of());
  }

  /**
   * Checks members of a file.
   *
   * @param place the file
   * @throws InvalidSettings naming file and line, if a setting has a value of the wrong type or one
   *     that breaks its rule
   */
  static SettingsFile of(String place, List<Entry> entries) {
    Map<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);
    List<String> warnings = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<SettingKey> key = entry.key();
      if (key.isPresent()) {
        values.put(key.get(), value(place, key.get(), entry));
      } else if (entry.names().size() == 1 && Entry.isGroup(entry.name())) {
        throw invalid(place, entry, "an object");
      } else if (!entry.name().equals(SCHEMA)) {
        warnings.add(warning(place, entry, "unknown setting \"" + entry.name() + "\""));
      }
    }
    return new SettingsFile(values, warnings);
  }

  static String warning(String place, Entry entry, String sentence) {
    return at(place, entry) + ": " + sentence + "; it has no effect.";
  }

  static InvalidSettings invalid(String place, Entry entry, String type) {
    return new InvalidSettings(
        Kind.FAILED,
        at(place, entry) + ": The " + entry.name() + " must be " + type + ".",
        "Correct the file and run the command again.");
  }

  private static SettingValue value(String place, SettingKey key, Entry entry) {
    if (entry.shape().filter(key.shape()::equals).isEmpty()) {
      throw invalid(place, entry, words(key.shape()));
    }
    try {
      return SettingValue.parse(key, entry.texts());
    } catch (InvalidSettings e) {
      throw e.at(at(place, entry), Kind.FAILED);
    }
  }

  private static String at(String place, Entry entry) {
    return place + ", line " + entry.line();
  }

  private static String words(Shape shape) {
    return switch (shape) {
      case TEXT -> "a string in quotes";
      case LIST -> "an array of strings";
      case PORT -> "a whole number without quotes";
      case FLAG -> "true or false without quotes";
    };
  }
}
