package io.gatepass.domain.settings;

import java.util.Map;

/**
 * The settings that one place gives.
 *
 * @param origin the kind of place
 * @param place the place as a person finds it: a file, "the environment", "the command line"
 * @param values the values it gives
 */
public record SettingsLayer(Origin origin, String place, Map<SettingKey, SettingValue> values) {
  /** Copies the values. */
  public SettingsLayer {
    values = Map.copyOf(values);
  }

  /** The layer of the command line. */
  public static SettingsLayer ofOptions(Map<SettingKey, SettingValue> values) {
    return new SettingsLayer(Origin.OPTION, "the command line", values);
  }

  /** What the program itself assumes. */
  public static SettingsLayer builtIn() {
    return new SettingsLayer(
        Origin.BUILT_IN,
        "built in",
        Map.of(
            SettingKey.PROXY_PORT, SettingValue.parse(SettingKey.PROXY_PORT, "14000"),
            SettingKey.TLS_SKIP_VERIFY, SettingValue.parse(SettingKey.TLS_SKIP_VERIFY, "false"),
            SettingKey.BEDROCK_COMPAT, SettingValue.parse(SettingKey.BEDROCK_COMPAT, "false"),
            SettingKey.ENABLE_1M, SettingValue.parse(SettingKey.ENABLE_1M, "false"),
            SettingKey.SECRETS_RUNTIME_CACHE,
                SettingValue.parse(SettingKey.SECRETS_RUNTIME_CACHE, "true")));
  }
}
