package io.gatepass.application.usecase.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.usecase.tool.Setups;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings.Setting;
import io.gatepass.domain.settings.SettingsLayer;
import io.gatepass.domain.tool.SupportLevel;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowSettingsTest {
  private final Setups machine = Setups.withTools("codex", "claude-code");

  @Test
  void eachValueIsToldWithThePlaceItCameFrom() {
    machine.settings.save(
        Map.of(
            SettingKey.CLIENT_ID, SettingValue.parse(SettingKey.CLIENT_ID, "from-file"),
            SettingKey.AUDIENCE, SettingValue.parse(SettingKey.AUDIENCE, "from-file")));
    machine.settings.addLayer(
        new SettingsLayer(
            Origin.ENVIRONMENT,
            "the environment",
            Map.of(SettingKey.AUDIENCE, SettingValue.parse(SettingKey.AUDIENCE, "from-shell"))));

    ShowSettings.Outcome outcome = show(Map.of());

    assertThat(setting(outcome, SettingKey.CLIENT_ID).place()).isEqualTo("memory");
    assertThat(setting(outcome, SettingKey.AUDIENCE).value().text()).isEqualTo("from-shell");
    assertThat(setting(outcome, SettingKey.AUDIENCE).place()).isEqualTo("the environment");
    assertThat(setting(outcome, SettingKey.PROXY_PORT).origin()).isEqualTo(Origin.BUILT_IN);
    assertThat(outcome.location()).isEqualTo("memory");
  }

  @Test
  void optionsOfTheRunLieOverTheStoredOnes() {
    machine.settings.save(
        Map.of(SettingKey.CLIENT_ID, SettingValue.parse(SettingKey.CLIENT_ID, "from-file")));

    ShowSettings.Outcome outcome =
        show(Map.of(SettingKey.CLIENT_ID, SettingValue.parse(SettingKey.CLIENT_ID, "option")));

    assertThat(setting(outcome, SettingKey.CLIENT_ID).value().text()).isEqualTo("option");
    assertThat(machine.settings.user().get(SettingKey.CLIENT_ID).text()).isEqualTo("from-file");
  }

  @Test
  void configuredToolsAreTold() {
    machine.lazySetup();

    assertThat(show(Map.of()).tools())
        .extracting(tool -> tool.configured().id().value())
        .containsExactly("claude-code", "codex");
  }

  @Test
  void configuredToolIsToldWithItsSupportLevelAsLongAsItIsKnown() {
    machine.lazySetup();
    machine.catalog.forget("codex");

    assertThat(show(Map.of()).tools())
        .extracting(ShowSettings.Tool::level)
        .containsExactly(Optional.of(SupportLevel.VERIFIED), Optional.empty());
  }

  @Test
  void whatTheUserShouldKnowIsSaid() {
    machine.settings.addWarning("config.json line 3 has an unknown key colour.");

    assertThat(show(Map.of()).warnings())
        .containsExactly("config.json line 3 has an unknown key colour.");
  }

  private ShowSettings.Outcome show(Map<SettingKey, SettingValue> options) {
    return new ShowSettings(machine.settings, machine.undoLog, machine.catalog)
        .show(new ShowSettings.Request(options));
  }

  private static Setting setting(ShowSettings.Outcome outcome, SettingKey key) {
    return outcome.settings().get(key).orElseThrow();
  }
}
