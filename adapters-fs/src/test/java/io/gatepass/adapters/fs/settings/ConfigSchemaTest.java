package io.gatepass.adapters.fs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingKey.Shape;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published JSON Schema says of every setting what the program does. */
final class ConfigSchemaTest {
  private static final JsonNode SCHEMA = read();
  private static final Map<String, JsonNode> SETTINGS = settings(SCHEMA, "");

  @Test
  void schemaKnowsEverySettingAndNothingElse() {
    assertThat(SETTINGS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SettingKey.values()).map(SettingKey::jsonName).toList());
    assertThat(SCHEMA.get("additionalProperties").asBoolean(true)).isFalse();
    assertThat(SCHEMA.at("/properties/secrets/additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void schemaHasTheAddressThatNewFilesName() {
    assertThat(SCHEMA.get("$id").asText()).isEqualTo(SettingsText.SCHEMA_ADDRESS);
  }

  @ParameterizedTest
  @EnumSource(SettingKey.class)
  void settingHasItsTypeAndNamesItsVariableAndOption(SettingKey key) {
    JsonNode setting = SETTINGS.get(key.jsonName());

    assertThat(setting.get("type").asText()).isEqualTo(type(key.shape()));
    assertThat(setting.get("description").asText()).contains(key.environmentVariable());
    key.option().ifPresent(it -> assertThat(setting.get("description").asText()).contains(it));
  }

  @ParameterizedTest
  @EnumSource(SettingKey.class)
  void examplesAndAlternativesAreAllowed(SettingKey key) {
    JsonNode setting = SETTINGS.get(key.jsonName());

    for (String list : List.of("examples", "enum")) {
      setting
          .path(list)
          .forEach(text -> assertThat(SettingValue.parse(key, text.asText())).isNotNull());
    }
  }

  @Test
  void portsHaveTheSameLimits() {
    for (SettingKey key : List.of(SettingKey.PROXY_PORT, SettingKey.CALLBACK_PORT)) {
      int least = SETTINGS.get(key.jsonName()).get("minimum").asInt();
      int most = SETTINGS.get(key.jsonName()).get("maximum").asInt();

      assertThat(accepts(key, "" + least)).isTrue();
      assertThat(accepts(key, "" + most)).isTrue();
      assertThat(accepts(key, "" + (least - 1))).isFalse();
      assertThat(accepts(key, "" + (most + 1))).isFalse();
    }
  }

  @Test
  void defaultsAreTheBuiltInOnes() {
    Map<SettingKey, SettingValue> defaults = new EnumMap<>(SettingKey.class);
    for (SettingKey key : SettingKey.values()) {
      JsonNode value = SETTINGS.get(key.jsonName()).path("default");
      if (!value.isMissingNode()) {
        defaults.put(key, SettingValue.parse(key, value.asText()));
      }
    }

    assertThat(defaults).isEqualTo(SettingsLayer.builtIn().values());
  }

  @Property(tries = 500)
  void patternsAllowWhatTheRulesAllow(
      @ForAll @CharRange(from = ' ', to = '~') String text,
      @ForAll("keysWithPattern") SettingKey key) {
    JsonNode setting = SETTINGS.get(key.jsonName());
    String pattern = setting.path("items").path("pattern").asText(setting.path("pattern").asText());

    assertThat(Pattern.compile(pattern).matcher(text).find())
        .isEqualTo(accepts(key, List.of(text)));
  }

  @Provide
  Arbitrary<SettingKey> keysWithPattern() {
    return Arbitraries.of(
        SettingKey.CLIENT_ID,
        SettingKey.AUDIENCE,
        SettingKey.SCOPES,
        SettingKey.CA_FILE,
        SettingKey.ANTHROPIC_PATH_PREFIX,
        SettingKey.MODELS,
        SettingKey.SECRETS_PASSPHRASE_COMMAND);
  }

  private static boolean accepts(SettingKey key, String text) {
    return accepts(key, List.of(text));
  }

  private static boolean accepts(SettingKey key, List<String> texts) {
    try {
      return SettingValue.parse(key, texts).texts().equals(texts);
    } catch (InvalidSettings e) {
      return false;
    }
  }

  private static String type(Shape shape) {
    return switch (shape) {
      case TEXT -> "string";
      case LIST -> "array";
      case PORT -> "integer";
      case FLAG -> "boolean";
    };
  }

  private static Map<String, JsonNode> settings(JsonNode schema, String prefix) {
    Map<String, JsonNode> settings = new TreeMap<>();
    for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
      String name = prefix + property.getKey();
      if (property.getValue().has("properties")) {
        settings.putAll(settings(property.getValue(), name + "."));
      } else if (!name.equals(SettingsFile.SCHEMA)) {
        settings.put(name, property.getValue());
      }
    }
    return settings;
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper()
          .readTree(Path.of("..", "docs", "reference", "config.schema.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
