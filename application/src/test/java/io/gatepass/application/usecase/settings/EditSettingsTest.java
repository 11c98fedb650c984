package io.gatepass.application.usecase.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.InMemorySettingsStore;
import io.gatepass.application.usecase.token.Troubles;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditSettingsTest {
  private final InMemorySettingsStore settings = new InMemorySettingsStore();
  private final EditSettings editSettings = new EditSettings(settings);

  @Test
  void whatIsNotGivenKeepsItsValue() {
    set(SettingKey.ISSUER, "https://auth.example.com");

    EditSettings.Outcome outcome = set(SettingKey.CLIENT_ID, "gatepass");

    assertThat(settings.user())
        .containsOnly(
            Map.entry(SettingKey.ISSUER, value(SettingKey.ISSUER, "https://auth.example.com")),
            Map.entry(SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "gatepass")));
    assertThat(outcome.location()).isEqualTo("memory");
    assertThat(outcome.warnings()).isEmpty();
  }

  @Test
  void oneOfTheMandatoryThreeIsAcceptedWithoutTheOthers() {
    set(SettingKey.CLIENT_ID, "gatepass");

    assertThat(settings.user()).containsOnlyKeys(SettingKey.CLIENT_ID);
  }

  @Test
  void newValueTakesThePlaceOfTheOldOne() {
    set(SettingKey.MODELS, "a,b");

    set(SettingKey.MODELS, "c");

    assertThat(settings.user()).containsEntry(SettingKey.MODELS, value(SettingKey.MODELS, "c"));
  }

  @Test
  void valueThatALockedPolicyBeatsIsSavedAndSaidOnce() {
    set(SettingKey.AUDIENCE, "before");
    settings.addLayer(layer(Origin.POLICY_LOCKED, "policy.json", "fleet"));
    settings.addLayer(layer(Origin.ENVIRONMENT, "the environment", "shell"));

    EditSettings.Outcome outcome = set(SettingKey.AUDIENCE, "mine");

    assertThat(outcome.warnings())
        .containsExactly(
            "The machine policy locks audience; the value from the command line has no effect.");
    assertThat(settings.user())
        .containsEntry(SettingKey.AUDIENCE, value(SettingKey.AUDIENCE, "mine"));
  }

  @Test
  void policysLockOnAnotherKeyIsNoConcernOfThisEdit() {
    set(SettingKey.AUDIENCE, "before");
    settings.addLayer(layer(Origin.POLICY_LOCKED, "policy.json", "fleet"));

    assertThat(set(SettingKey.CLIENT_ID, "gatepass").warnings()).isEmpty();
  }

  @Test
  void unknownKeysInTheFileAreSaid() {
    settings.addWarning("config.json line 3 has an unknown key colour.");

    assertThat(set(SettingKey.CLIENT_ID, "gatepass").warnings())
        .containsExactly("config.json line 3 has an unknown key colour.");
  }

  @Test
  void wrongValueIsReplaced() {
    settings.spoil(SettingKey.ISSUER, InvalidSettings.of("issuer", "x", "it is none"));

    set(SettingKey.ISSUER, "https://auth.example.com");

    assertThat(settings.load().layers().getLast().values()).containsOnlyKeys(SettingKey.ISSUER);
  }

  @Test
  void anotherWrongValueIsSaidAndNothingIsSaved() {
    settings.spoil(SettingKey.ISSUER, InvalidSettings.of("issuer", "x", "it is none"));

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> set(SettingKey.CLIENT_ID, "gatepass"));

    assertThat(settings.user()).isEmpty();
  }

  @Test
  void failureToSaveIsTheCallersToTell() {
    settings.failSavesWith(Troubles.diskFull());

    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> set(SettingKey.CLIENT_ID, "gatepass"));

    assertThat(settings.user()).isEmpty();
  }

  private EditSettings.Outcome set(SettingKey key, String text) {
    return editSettings.edit(new EditSettings.Request(Map.of(key, value(key, text))));
  }

  private static SettingsLayer layer(Origin origin, String place, String audience) {
    return new SettingsLayer(
        origin, place, Map.of(SettingKey.AUDIENCE, value(SettingKey.AUDIENCE, audience)));
  }

  private static SettingValue value(SettingKey key, String text) {
    return SettingValue.parse(key, text);
  }
}
