package io.gatepass.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Precedence: option, environment, user settings, policy default, built-in; a lock beats all. */
class SettingsTest {
  @Property
  void theStrongestPlaceWinsInWhateverOrderTheLayersCome(
      @ForAll("origins") Set<Origin> origins, @ForAll("shuffled") List<Origin> order) {
    List<SettingsLayer> layers =
        order.stream().filter(origins::contains).map(SettingsTest::audienceNamedAfterIt).toList();

    Settings settings = Settings.resolve(layers);

    Origin strongest = origins.stream().min(Comparator.naturalOrder()).orElseThrow();
    assertThat(settings.get(SettingKey.AUDIENCE).orElseThrow().origin()).isEqualTo(strongest);
    assertThat(settings.text(SettingKey.AUDIENCE)).contains(strongest.name());
  }

  @Property
  void onlyALockedPolicyOverrulesAndOnlyWhatAPersonSetIsSaid(
      @ForAll("origins") Set<Origin> origins) {
    List<SettingsLayer> layers = origins.stream().map(SettingsTest::audienceNamedAfterIt).toList();

    Settings settings = Settings.resolve(layers);

    Set<String> said =
        settings.overruled().stream().map(Settings.Overruled::place).collect(Collectors.toSet());
    Set<String> expected =
        origins.stream()
            .filter(_ -> origins.contains(Origin.POLICY_LOCKED))
            .filter(Set.of(Origin.OPTION, Origin.ENVIRONMENT, Origin.USER_SETTINGS)::contains)
            .map(Origin::words)
            .collect(Collectors.toSet());
    assertThat(said).isEqualTo(expected);
  }

  @Test
  void aLockedPolicyBeatsTheCommandLineAndSaysSo() {
    SettingsLayer policy =
        new SettingsLayer(
            Origin.POLICY_LOCKED,
            "/etc/gatepass/policy.json",
            Map.of(SettingKey.PROXY_PORT, SettingValue.parse(SettingKey.PROXY_PORT, "14001")));
    SettingsLayer options =
        SettingsLayer.ofOptions(
            Map.of(SettingKey.PROXY_PORT, SettingValue.parse(SettingKey.PROXY_PORT, "15000")));

    Settings settings = Settings.resolve(List.of(SettingsLayer.builtIn(), options, policy));

    assertThat(settings.port(SettingKey.PROXY_PORT)).contains(14001);
    assertThat(settings.get(SettingKey.PROXY_PORT).orElseThrow().place())
        .isEqualTo("/etc/gatepass/policy.json");
    assertThat(settings.overruledSentences())
        .containsExactly(
            "The machine policy locks proxyPort; the value from the command line has no effect.");
  }

  @Test
  void theSameValueAsTheLockedOneIsNotWorthASentence() {
    Map<SettingKey, SettingValue> same =
        Map.of(SettingKey.AUDIENCE, SettingValue.parse(SettingKey.AUDIENCE, "api"));

    Settings settings =
        Settings.resolve(
            List.of(
                new SettingsLayer(Origin.POLICY_LOCKED, "policy", same),
                SettingsLayer.ofOptions(same)));

    assertThat(settings.overruledSentences()).isEmpty();
  }

  @Test
  void sentencesComeInTheOrderOfTheKeys() {
    Map<SettingKey, SettingValue> locked = new EnumMap<>(SettingKey.class);
    Map<SettingKey, SettingValue> given = new EnumMap<>(SettingKey.class);
    for (SettingKey key :
        List.of(SettingKey.MODELS, SettingKey.AUDIENCE, SettingKey.SCOPES, SettingKey.CLIENT_ID)) {
      locked.put(key, SettingValue.parse(key, "locked"));
      given.put(key, SettingValue.parse(key, "given"));
    }

    Settings settings =
        Settings.resolve(
            List.of(
                SettingsLayer.ofOptions(given),
                new SettingsLayer(Origin.POLICY_LOCKED, "policy", locked)));

    assertThat(settings.overruled())
        .extracting(Settings.Overruled::key)
        .containsExactly(
            SettingKey.CLIENT_ID, SettingKey.AUDIENCE, SettingKey.SCOPES, SettingKey.MODELS);
  }

  @Test
  void layersThatSetDifferentKeysAddUp() {
    SettingsLayer file = audienceNamedAfterIt(Origin.USER_SETTINGS);
    SettingsLayer options =
        SettingsLayer.ofOptions(
            Map.of(SettingKey.MODELS, SettingValue.parse(SettingKey.MODELS, "a,b")));

    Settings settings = Settings.resolve(List.of(file, options));

    assertThat(settings.text(SettingKey.AUDIENCE)).contains("USER_SETTINGS");
    assertThat(settings.texts(SettingKey.MODELS)).containsExactly("a", "b");
    assertThat(settings.texts(SettingKey.SCOPES)).isEmpty();
    assertThat(settings.get(SettingKey.ISSUER)).isEmpty();
    assertThat(settings.flag(SettingKey.ENABLE_1M)).isFalse();
  }

  @Test
  void aListThatAStrongerPlaceEmptiesIsEmpty() {
    SettingsLayer file =
        new SettingsLayer(
            Origin.USER_SETTINGS,
            "config.json",
            Map.of(SettingKey.MODELS, SettingValue.parse(SettingKey.MODELS, "a")));
    SettingsLayer options =
        SettingsLayer.ofOptions(
            Map.of(SettingKey.MODELS, SettingValue.parse(SettingKey.MODELS, "")));

    assertThat(Settings.resolve(List.of(file, options)).texts(SettingKey.MODELS)).isEmpty();
  }

  @Test
  void theProgramItselfAssumesTheDocumentedDefaults() {
    Settings settings = Settings.resolve(List.of(SettingsLayer.builtIn()));

    assertThat(settings.port(SettingKey.PROXY_PORT)).contains(14000);
    assertThat(settings.port(SettingKey.CALLBACK_PORT)).isEmpty();
    assertThat(settings.flag(SettingKey.TLS_SKIP_VERIFY)).isFalse();
    assertThat(settings.flag(SettingKey.BEDROCK_COMPAT)).isFalse();
    assertThat(settings.flag(SettingKey.ENABLE_1M)).isFalse();
    assertThat(settings.flag(SettingKey.SECRETS_RUNTIME_CACHE)).isTrue();
  }

  private static SettingsLayer audienceNamedAfterIt(Origin origin) {
    return new SettingsLayer(
        origin,
        origin.words(),
        Map.of(SettingKey.AUDIENCE, SettingValue.parse(SettingKey.AUDIENCE, origin.name())));
  }

  @Provide
  Arbitrary<Set<Origin>> origins() {
    return Arbitraries.of(Origin.class).set().ofMinSize(1);
  }

  @Provide
  Arbitrary<List<Origin>> shuffled() {
    return Arbitraries.shuffle(Arrays.asList(Origin.values()));
  }
}
