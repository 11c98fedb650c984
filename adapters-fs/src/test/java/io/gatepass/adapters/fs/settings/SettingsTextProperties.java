package io.gatepass.adapters.fs.settings;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SettingsTextProperties {
  private static final String PLACE = "config.json";

  @Property
  void whatIsMergedIsReadBackAndMergingItAgainChangesNothing(
      @ForAll("documents") String document,
      @ForAll("values") Map<SettingKey, SettingValue> first,
      @ForAll("values") Map<SettingKey, SettingValue> second) {
    String once = SettingsText.merge(PLACE, document, first);
    String twice = SettingsText.merge(PLACE, once, second);

    assertThat(read(once)).containsAllEntriesOf(first);
    assertThat(read(twice)).containsAllEntriesOf(second);
    first.forEach((key, value) ->
        assertThat(read(twice)).containsEntry(key, second.getOrDefault(key, value)));
    assertThat(SettingsText.merge(PLACE, twice, second)).isEqualTo(twice);
  }

  private static Map<SettingKey, SettingValue> read(String text) {
    return SettingsFile.of(PLACE, SettingsParser.parse(PLACE, text)).values();
  }

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(
        "",
        "\n",
        "{}",
        "// none\n{\r\n}\r\n",
        "{\"clientId\":\"c\",}",
        "\uFEFF{\n\t\"secrets\": {/* none */},\n\t\"other\": [{}]\n}",
        "{ \"models\": [\"a\", // first\n \"b\"], \"secrets\": {\"provider\": \"memory\"} }");
  }

  @Provide
  Arbitrary<Map<SettingKey, SettingValue>> values() {
    return Arbitraries.of(SettingKey.values())
        .flatMap(key -> valuesOf(key).map(value -> Map.entry(key, value)))
        .list()
        .uniqueElements(Map.Entry::getKey)
        .ofMaxSize(6)
        .map(entries -> entries.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Arbitrary<SettingValue> valuesOf(SettingKey key) {
    Arbitrary<String> words = Arbitraries.strings().withCharRange('!', '\uD7FF').ofMaxLength(9);
    Arbitrary<String> texts = words.map(word -> "a" + word).filter(word -> accepts(key, word));
    return switch (key.shape()) {
      case TEXT -> samples(key).orElse(texts).map(text -> SettingValue.parse(key, List.of(text)));
      case LIST -> texts.list().ofMaxSize(3).map(list -> SettingValue.parse(key, list));
      case PORT ->
          Arbitraries.integers()
              .between(1024, 65535)
              .map(port -> SettingValue.parse(key, port.toString()));
      case FLAG -> Arbitraries.of("true", "false").map(flag -> SettingValue.parse(key, flag));
    };
  }

  private static Optional<Arbitrary<String>> samples(SettingKey key) {
    return switch (key) {
      case GATEWAY_URL, ISSUER ->
          Optional.of(Arbitraries.of("https://a.example.com", "http://localhost:1/x"));
      case ANTHROPIC_PATH_PREFIX -> Optional.of(Arbitraries.of("", "/anthropic", "/a/b"));
      case SECRETS_PROVIDER -> Optional.of(Arbitraries.of("keychain", "memory"));
      default -> Optional.empty();
    };
  }

  private static boolean accepts(SettingKey key, String text) {
    try {
      return SettingValue.parse(key, List.of(text)).text().equals(text);
    } catch (InvalidSettings e) {
      return false;
    }
  }
}
