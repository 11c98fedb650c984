package io.gatepass.application.port;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings that are not on the command line. */
public interface SettingsStore {
  /**
   * Reads the user's settings, the environment's and the machine policy's.
   *
   * @throws InvalidSettings if a file does not parse, naming file, line and column, or a value
   *     breaks its rule
   */
  default Loaded load() {
    return loadWithout(Set.of());
  }

  /**
   * As {@link #load}, but without some of the user's own values, which may be wrong: whoever asks
   * is about to replace them.
   *
   * @throws InvalidSettings as {@link #load}, except for those values
   */
  Loaded loadWithout(Set<SettingKey> replaced);

  /**
   * Merges values into the user's settings file and leaves every other byte as it is.
   *
   * @throws InvalidSettings if the file does not parse; it is not overwritten
   * @throws StorageFailed if it cannot be written; it is as it was
   */
  void save(Map<SettingKey, SettingValue> values);

  /**
   * Removes values from the user's settings file and leaves every other byte as it is; no complaint
   * where they are not set.
   *
   * @throws InvalidSettings if the file does not parse; it is not overwritten
   * @throws StorageFailed if it cannot be written; it is as it was
   */
  void unset(Set<SettingKey> keys);

  /** Removes the user's settings. */
  void clear();

  /** The user's settings file, as a person finds it. */
  String location();

  /**
   * What was read.
   *
   * @param layers one layer a place
   * @param warnings unknown keys, naming file and line
   */
  record Loaded(List<SettingsLayer> layers, List<String> warnings) {
    /** Copies the lists. */
    public Loaded {
      layers = List.copyOf(layers);
      warnings = List.copyOf(warnings);
    }
  }
}
