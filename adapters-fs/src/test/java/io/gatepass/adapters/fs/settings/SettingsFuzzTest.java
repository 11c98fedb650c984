package io.gatepass.adapters.fs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import java.util.Map;

/** Any bytes where the settings of gatepass should be. */
final class SettingsFuzzTest {
  private static final String PLACE = "config.json";
  private static final Map<SettingKey, SettingValue> VALUES =
      Map.of(
          SettingKey.ISSUER, SettingValue.parse(SettingKey.ISSUER, "https://auth.example.com"),
          SettingKey.PROXY_PORT, SettingValue.parse(SettingKey.PROXY_PORT, "14001"),
          SettingKey.MODELS, SettingValue.parse(SettingKey.MODELS, "one,two"),
          SettingKey.TLS_SKIP_VERIFY, SettingValue.parse(SettingKey.TLS_SKIP_VERIFY, "true"));

  @FuzzTest
  void areRefusedWithTheirPlaceOrTakeNewValues(byte[] file) {
    String merged;
    try {
      String text = SettingsParser.decode(PLACE, file);
      var _ = SettingsFile.of(PLACE, SettingsParser.parse(PLACE, text));
      merged = SettingsText.merge(PLACE, text, VALUES);
    } catch (InvalidSettings e) {
      assertThat(e.what()).startsWith(PLACE + ", line ");
      return;
    }
    SettingsFile read = SettingsFile.of(PLACE, SettingsParser.parse(PLACE, merged));
    assertThat(read.values()).containsAllEntriesOf(VALUES);
    assertThat(SettingsText.merge(PLACE, merged, VALUES)).isEqualTo(merged);
  }
}
