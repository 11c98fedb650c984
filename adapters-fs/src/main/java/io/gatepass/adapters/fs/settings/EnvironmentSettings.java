package io.gatepass.adapters.fs.settings;

import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import java.util.EnumMap;
import java.util.Map;

/**
 * The settings that environment variables give: {@code GATEPASS_<SETTING>}, lists separated by
 * commas. An empty variable counts as not set.
 */
final class EnvironmentSettings {
  private EnvironmentSettings() {}

  /**
   * The layer of the environment.
   *
   * @throws InvalidSettings naming the variable, if a value breaks its rule
   */
  static SettingsLayer of(Platform platform) {
    Map<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);
    for (SettingKey key : SettingKey.values()) {
      platform
          .variable(key.environmentVariable())
          .ifPresent(text -> values.put(key, value(key, text)));
    }
    return new SettingsLayer(Origin.ENVIRONMENT, "the environment", values);
  }

  private static SettingValue value(SettingKey key, String text) {
    try {
      return SettingValue.parse(key, text);
    } catch (InvalidSettings e) {
      throw e.at("The environment variable " + key.environmentVariable(), Kind.FAILED);
    }
  }
}
