package io.gatepass.application.port;

import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import java.util.List;
import java.util.Map;

/** Connections to test with. */
public final class Connections {
  private Connections() {}

  /** A connection to example.com with nothing but the mandatory three. */
  public static Connection example() {
    return Connection.of(
        Settings.resolve(List.of(SettingsLayer.builtIn(), SettingsLayer.ofOptions(options()))));
  }

  /** The mandatory three, as options. */
  public static Map<SettingKey, SettingValue> options() {
    return Map.of(
        SettingKey.GATEWAY_URL,
        SettingValue.parse(SettingKey.GATEWAY_URL, "https://llm.example.com"),
        SettingKey.ISSUER,
        SettingValue.parse(SettingKey.ISSUER, "https://auth.example.com"),
        SettingKey.CLIENT_ID,
        SettingValue.parse(SettingKey.CLIENT_ID, "gatepass"));
  }
}
