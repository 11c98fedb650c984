package io.gatepass.adapters.fs.tool;

import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import io.gatepass.domain.tool.ToolBindings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What golden files are made of. */
public final class Bindings {
  static final String LOCAL_KEY = "Zm9yLXRlc3RzLW9ubHktYS1sb2NhbC1rZXktMTIzNDU";

  private Bindings() {}

  /** The example gateway and the mandatory settings, and these on top. */
  public static ToolBindings of(String executable, Map<SettingKey, String> options) {
    Map<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);
    Map.of(
            SettingKey.GATEWAY_URL, "https://llm.example.com/",
            SettingKey.ISSUER, "https://auth.example.com",
            SettingKey.CLIENT_ID, "gatepass",
            SettingKey.ANTHROPIC_PATH_PREFIX, "/anthropic")
        .forEach((key, text) -> values.put(key, SettingValue.parse(key, text)));
    options.forEach((key, text) -> values.put(key, SettingValue.parse(key, text)));
    Settings settings = Settings.resolve(List.of(SettingsLayer.ofOptions(values)));
    return new ToolBindings(executable, Connection.of(settings), Optional.of(Secret.of(LOCAL_KEY)));
  }
}
