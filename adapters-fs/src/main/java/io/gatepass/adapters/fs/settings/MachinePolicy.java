package io.gatepass.adapters.fs.settings;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingKey.Shape;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an administrator sets for every user of a machine: a file like the user's, whose member
 * {@code "locked"} lists the settings that nobody overrides.
 *
 * @param layers the defaults and the locked settings
 * @param warnings what in the file has no effect
 */
record MachinePolicy(List<SettingsLayer> layers, List<String> warnings) {
  private static final List<String> LOCKED = List.of("locked");

  MachinePolicy {
    layers = List.copyOf(layers);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads the policy; a machine without one has an empty one.
   *
   * @throws InvalidSettings naming the file, if it does not parse or a value breaks its rule
   */
  static MachinePolicy read(AtomicFile file) {
    List<Entry> entries = new ArrayList<>(SettingsFile.entries(file));
    Optional<Entry> locks = entries.stream().filter(it -> it.names().equals(LOCKED)).findFirst();
    locks.ifPresent(entries::remove);
    String place = file.toString();
    SettingsFile settings = SettingsFile.of(place, entries);
    List<String> warnings = new ArrayList<>(settings.warnings());
    Set<SettingKey> locked = EnumSet.noneOf(SettingKey.class);
    locks.ifPresent(entry -> locked.addAll(locked(place, entry, settings, warnings)));
    SettingsLayer enforced = layer(Origin.POLICY_LOCKED, place, settings, locked::contains);
    SettingsLayer defaults =
        layer(Origin.POLICY_DEFAULT, place, settings, key -> !locked.contains(key));
    return new MachinePolicy(List.of(enforced, defaults), warnings);
  }

  private static Set<SettingKey> locked(
      String place, Entry entry, SettingsFile settings, List<String> warnings) {
    if (entry.shape().filter(Shape.LIST::equals).isEmpty()) {
      throw SettingsFile.invalid(place, entry, "an array of strings");
    }
    Set<SettingKey> locked = EnumSet.noneOf(SettingKey.class);
    for (String name : entry.texts()) {
      Optional<SettingKey> key = SettingKey.ofJsonName(name).filter(settings.values()::containsKey);
      key.ifPresentOrElse(locked::add, () -> warnings.add(unset(place, entry, name)));
    }
    return locked;
  }

  private static String unset(String place, Entry entry, String name) {
    return SettingsFile.warning(
        place, entry, "locks \"" + name + "\", which the policy does not set");
  }

  private static SettingsLayer layer(
      Origin origin, String place, SettingsFile settings, Predicate<SettingKey> included) {
    Map<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);
    values.putAll(settings.values());
    values.keySet().removeIf(included.negate());
    return new SettingsLayer(origin, place, values);
  }
}
