package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link SettingsStore} does. Each test starts without settings. */
public abstract class SettingsStoreContract {
  /** The store under test; the same one at every call within a test. */
  protected abstract SettingsStore store();

  /** A further handle on the same settings; the same one again where there is only one. */
  protected abstract SettingsStore sameSettings();

  @Test
  protected void nothingIsSetAtFirst() {
    assertThat(userValues()).isEmpty();
    assertThat(store().load().warnings()).isEmpty();
  }

  @Test
  protected void eachKindOfValueIsLoadedAsItWasSaved() {
    Map<SettingKey, SettingValue> values =
        Map.of(
            SettingKey.GATEWAY_URL, value(SettingKey.GATEWAY_URL, "https://llm.example.com/v1"),
            SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "a \"client\" \\ für alle"),
            SettingKey.ANTHROPIC_PATH_PREFIX, value(SettingKey.ANTHROPIC_PATH_PREFIX, ""),
            SettingKey.MODELS, value(SettingKey.MODELS, "sonnet, haiku"),
            SettingKey.SCOPES, SettingValue.parse(SettingKey.SCOPES, List.of()),
            SettingKey.PROXY_PORT, value(SettingKey.PROXY_PORT, "14001"),
            SettingKey.TLS_SKIP_VERIFY, value(SettingKey.TLS_SKIP_VERIFY, "true"),
            SettingKey.SECRETS_PROVIDER, value(SettingKey.SECRETS_PROVIDER, "memory"),
            SettingKey.SECRETS_RUNTIME_CACHE, value(SettingKey.SECRETS_RUNTIME_CACHE, "false"));

    store().save(values);

    assertThat(userValues()).isEqualTo(values);
  }

  @Test
  protected void savingMergesAndKeepsWhatIsOmitted() {
    store().save(Map.of(SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "first")));
    sameSettings().save(Map.of(SettingKey.AUDIENCE, value(SettingKey.AUDIENCE, "api")));
    store().save(Map.of(SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "second")));

    assertThat(userValues())
        .containsOnly(
            Map.entry(SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "second")),
            Map.entry(SettingKey.AUDIENCE, value(SettingKey.AUDIENCE, "api")));
  }

  @Test
  protected void valuesThatAreAboutToBeReplacedAreLeftOut() {
    store().save(Map.of(SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "first")));
    store().save(Map.of(SettingKey.AUDIENCE, value(SettingKey.AUDIENCE, "api")));

    assertThat(store().loadWithout(Set.of(SettingKey.CLIENT_ID)).layers())
        .filteredOn(layer -> layer.origin() == Origin.USER_SETTINGS)
        .singleElement()
        .satisfies(layer -> assertThat(layer.values()).containsOnlyKeys(SettingKey.AUDIENCE));
  }

  @Test
  protected void savingNothingChangesNothing() {
    store().save(Map.of());

    assertThat(userValues()).isEmpty();
  }

  @Test
  protected void valuesThatAreUnsetAreGoneAndTheOthersStay() {
    store().save(Map.of(SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "first")));
    store().save(Map.of(SettingKey.BEDROCK_COMPAT, value(SettingKey.BEDROCK_COMPAT, "true")));

    store().unset(Set.of(SettingKey.BEDROCK_COMPAT, SettingKey.SECRETS_PROVIDER));

    assertThat(userValues()).containsOnlyKeys(SettingKey.CLIENT_ID);
  }

  @Test
  protected void clearedSettingsAreGoneAndCanBeSetAgain() {
    store().save(Map.of(SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "first")));

    store().clear();
    store().clear();

    assertThat(userValues()).isEmpty();
    store().save(Map.of(SettingKey.AUDIENCE, value(SettingKey.AUDIENCE, "api")));
    assertThat(userValues()).containsOnlyKeys(SettingKey.AUDIENCE);
  }

  @Test
  protected void userLayerNamesThePlaceThatThePersonFinds() {
    store().save(Map.of(SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "first")));

    assertThat(userLayer().place()).isEqualTo(store().location()).isNotBlank();
  }

  private Map<SettingKey, SettingValue> userValues() {
    return userLayer().values();
  }

  private SettingsLayer userLayer() {
    List<SettingsLayer> layers =
        sameSettings().load().layers().stream()
            .filter(layer -> layer.origin() == Origin.USER_SETTINGS)
            .toList();
    assertThat(layers).hasSize(1);
    return layers.getFirst();
  }

  private static SettingValue value(SettingKey key, String text) {
    return SettingValue.parse(key, text);
  }
}
