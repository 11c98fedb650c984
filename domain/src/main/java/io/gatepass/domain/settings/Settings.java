package io.gatepass.domain.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The effective settings: for each key the strongest layer's value, and where it came from.
 *
 * @param effective the values in force
 * @param overruled values of a stronger kind of place (an option, a variable) that a locked machine
 *     policy beat, so that it can be said
 */
public record Settings(Map<SettingKey, Setting> effective, List<Overruled> overruled) {
  /** Copies the maps. */
  public Settings {
    effective = Map.copyOf(effective);
    overruled = List.copyOf(overruled);
  }

  /** A value in force and where it came from. */
  public record Setting(SettingValue value, Origin origin, String place) {}

  /** A value that a locked machine policy beat. */
  public record Overruled(SettingKey key, SettingValue value, String place) {}

  /** Lays the layers over each other; {@link Origin}'s order decides, not the list's. */
  public static Settings resolve(Collection<SettingsLayer> layers) {
    List<SettingsLayer> strongestFirst = new ArrayList<>(layers);
    // Not Comparator.comparing: its serializable lambda cannot be kept in an AOT cache, and this is
    // on the way of every token.
    strongestFirst.sort((one, other) -> one.origin().compareTo(other.origin()));
    Map<SettingKey, Setting> effective = new EnumMap<>(SettingKey.class);
    List<Overruled> overruled = new ArrayList<>();
    for (SettingKey key : SettingKey.values()) {
      strongestFirst.forEach(layer -> lay(layer, key, effective, overruled));
    }
    return new Settings(effective, overruled);
  }

  private static void lay(
      SettingsLayer layer,
      SettingKey key,
      Map<SettingKey, Setting> effective,
      List<Overruled> overruled) {
    SettingValue value = layer.values().get(key);
    if (value == null) {
      return;
    }
    Setting stronger =
        effective.putIfAbsent(key, new Setting(value, layer.origin(), layer.place()));
    if (stronger != null
        && stronger.origin() == Origin.POLICY_LOCKED
        && layer.origin().compareTo(Origin.USER_SETTINGS) <= 0
        && !stronger.value().equals(value)) {
      overruled.add(new Overruled(key, value, layer.place()));
    }
  }

  /** One sentence for each value that a locked machine policy beat. */
  public List<String> overruledSentences() {
    return overruled.stream()
        .map(it ->
            "The machine policy locks "
                + it.key().jsonName()
                + "; the value from "
                + it.place()
                + " has no effect.")
        .toList();
  }

  /** The value in force and its origin. */
  public Optional<Setting> get(SettingKey key) {
    return Optional.ofNullable(effective.get(key));
  }

  /** The one text of a setting that is no list. */
  public Optional<String> text(SettingKey key) {
    return get(key).map(setting -> setting.value().text());
  }

  /** The texts of a list-shaped setting; empty where it is not set. */
  public List<String> texts(SettingKey key) {
    return get(key).map(setting -> setting.value().texts()).orElse(List.of());
  }

  /** Whether the flag is set to true. */
  public boolean flag(SettingKey key) {
    return text(key).map("true"::equals).orElse(false);
  }

  /** The port, where one is set. */
  public Optional<Integer> port(SettingKey key) {
    return text(key).map(Integer::valueOf);
  }
}
