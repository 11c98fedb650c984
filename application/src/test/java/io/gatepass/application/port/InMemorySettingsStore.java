package io.gatepass.application.port;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings in memory, with further layers and a failure to order. */
public final class InMemorySettingsStore implements SettingsStore {
  private final Map<SettingKey, SettingValue> user = new EnumMap<>(SettingKey.class);
  private final Map<SettingKey, InvalidSettings> wrong = new EnumMap<>(SettingKey.class);
  private final List<SettingsLayer> others = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable StorageFailed onSave;

  /** Adds a layer beside the user's, such as a machine policy. */
  public void addLayer(SettingsLayer layer) {
    others.add(layer);
  }

  /** Makes every load warn of something, such as an unknown key. */
  public void addWarning(String sentence) {
    warnings.add(sentence);
  }

  /** Puts a wrong value into the user's settings, as an editor may; a save of the key mends it. */
  public void spoil(SettingKey key, InvalidSettings failure) {
    wrong.put(key, failure);
  }

  /** Makes every save fail; null heals it. */
  public void failSavesWith(@Nullable StorageFailed failure) {
    onSave = failure;
  }

  /** What the user's settings file would hold. */
  public Map<SettingKey, SettingValue> user() {
    return Map.copyOf(user);
  }

  @Override
  public Loaded loadWithout(Set<SettingKey> replaced) {
    wrong.forEach((key, failure) -> {
      if (!replaced.contains(key)) {
        throw failure;
      }
    });
    Map<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);
    values.putAll(user);
    values.keySet().removeAll(replaced);
    List<SettingsLayer> layers = new ArrayList<>(others);
    layers.add(new SettingsLayer(Origin.USER_SETTINGS, location(), values));
    return new Loaded(layers, warnings);
  }

  @Override
  public void save(Map<SettingKey, SettingValue> values) {
    if (onSave != null) {
      throw onSave;
    }
    user.putAll(values);
    wrong.keySet().removeAll(values.keySet());
  }

  @Override
  public void unset(Set<SettingKey> keys) {
    if (onSave != null) {
      throw onSave;
    }
    user.keySet().removeAll(keys);
    wrong.keySet().removeAll(keys);
  }

  @Override
  public void clear() {
    user.clear();
  }

  @Override
  public String location() {
    return "memory";
  }
}
