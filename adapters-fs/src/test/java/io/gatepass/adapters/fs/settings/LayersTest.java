package io.gatepass.adapters.fs.settings;

import static io.gatepass.adapters.fs.settings.SettingsHome.layer;
import static io.gatepass.adapters.fs.settings.SettingsHome.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LayersTest {
  private static final Map<SettingKey, String> SAMPLES =
      Map.of(
          SettingKey.GATEWAY_URL, "https://llm.example.com",
          SettingKey.ISSUER, "https://auth.example.com",
          SettingKey.ANTHROPIC_PATH_PREFIX, "/anthropic",
          SettingKey.SCOPES, "groups,email",
          SettingKey.SECRETS_PROVIDER, "keychain");

  @TempDir Path dir;
  private SettingsHome home;

  @BeforeEach
  void newHome() {
    home = new SettingsHome(dir);
  }

  @ParameterizedTest
  @EnumSource(SettingKey.class)
  void everySettingHasAVariable(SettingKey key) {
    String text = SAMPLES.getOrDefault(key, sampleOf(key.shape()));

    JsonSettingsStore store = home.store(Map.of(key.environmentVariable(), text));

    assertThat(layer(store, Origin.ENVIRONMENT)).containsOnly(Map.entry(key, value(key, text)));
  }

  @Test
  void emptyVariableCountsAsNotSet() {
    assertThat(layer(home.store(Map.of("GATEPASS_ISSUER", "")), Origin.ENVIRONMENT)).isEmpty();
  }

  @Test
  void wrongVariableIsNamed() {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> home.store(Map.of("GATEPASS_PROXY_PORT", "80")).load())
        .withMessageStartingWith(
            "The environment variable GATEPASS_PROXY_PORT: The proxyPort \"80\"");
  }

  @Test
  void unknownKeysAreWarnedOfWithFileAndLine() throws IOException {
    home.userWrites(
        """
        {
          "$schema": "https://gatepass.io/schema/config.schema.json",
          "colour": {"deep": "blue"},
          "secrets": {
            "colour": "red"
          },
          "secrets.provider": "memory",
          "locked": ["issuer"]
        }
        """);

    assertThat(home.store().load().warnings())
        .containsExactly(
            home.file + ", line 3: unknown setting \"colour\"; it has no effect.",
            home.file + ", line 5: unknown setting \"secrets.colour\"; it has no effect.",
            home.file + ", line 7: unknown setting \"secrets.provider\"; it has no effect.",
            home.file + ", line 8: unknown setting \"locked\"; it has no effect.");
    assertThat(layer(home.store(), Origin.USER_SETTINGS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "{\"clientId\": 7}; line 1: The clientId must be a string in quotes.",
        "{\"clientId\": null}; line 1: The clientId must be a string in quotes.",
        "{\"clientId\": [\"a\"]}; line 1: The clientId must be a string in quotes.",
        "{\"models\": \"a\"}; line 1: The models must be an array of strings.",
        "{\"models\": [\"a\", 7]}; line 1: The models must be an array of strings.",
        "{\"models\": [[\"a\"]]}; line 1: The models must be an array of strings.",
        "{\"proxyPort\": \"15000\"}; line 1: The proxyPort must be a whole number without quotes.",
        "{\"proxyPort\": 15e3}; line 1: The proxyPort must be a whole number without quotes.",
        "{\"proxyPort\": 80}; line 1: The proxyPort \"80\" is not allowed",
        "{\"proxyPort\": -15000}; line 1: The proxyPort \"-15000\" is not allowed",
        "{\"tlsSkipVerify\": \"true\"}; line 1: The tlsSkipVerify must be true or false",
        "{\"secrets\": true}; line 1: The secrets must be an object.",
        "{\"secrets\": {\"provider\": \"cloud\"}}; line 1: The secrets.provider \"cloud\"",
        "{\"issuer\": \"ftp://x\"}; line 1: The issuer \"ftp://x\" is not allowed",
        "[]; line 1, column 1: it is not a JSON object.",
        "{} {}; line 1, column 4: something follows the end of the object.",
        "{\"issuer\": 1, \"issuer\": 2}; line 1, column 15: the key \"issuer\" appears twice.",
        "{\"issuer\":; line 1, column 11: it ends too early.",
        "{'issuer': 1}; line 1, column 2: this is not valid JSON.",
      })
  void wrongFileIsNamedWithTheLine(String text, String message) throws IOException {
    home.userWrites(text);

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> home.store().load())
        .withMessageStartingWith(home.file + ", " + message);
  }

  @Test
  void fileThatIsNotUtf8IsNamed() throws IOException {
    home.userWrites("{\n\"clientId\": \"");
    Files.write(home.file, new byte[] {'{', '\n', '"', (byte) 0xFC, '"'});

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> home.store().load())
        .withMessageStartingWith(home.file + ", line 2, column 2: this is not UTF-8");
  }

  @Test
  void blankFileSetsNothing() throws IOException {
    home.userWrites(" \n// nothing\n");

    assertThat(layer(home.store(), Origin.USER_SETTINGS)).isEmpty();
  }

  @Test
  void policyGivesDefaultsAndLocks() throws IOException {
    home.administratorWrites(
        """
        // for everybody
        {
          "issuer": "https://auth.example.com",
          "audience": "api",
          "secrets": {"runtimeCache": false},
          "locked": ["issuer", "secrets.runtimeCache"],
        }
        """);
    home.userWrites("{\"issuer\": \"https://mine.example.com\", \"audience\": \"mine\"}");

    JsonSettingsStore store = home.store();
    Settings settings = Settings.resolve(store.load().layers());

    assertThat(store.load().warnings()).isEmpty();
    assertThat(layer(store, Origin.POLICY_LOCKED))
        .containsOnlyKeys(SettingKey.ISSUER, SettingKey.SECRETS_RUNTIME_CACHE);
    assertThat(layer(store, Origin.POLICY_DEFAULT)).containsOnlyKeys(SettingKey.AUDIENCE);
    assertThat(settings.text(SettingKey.ISSUER)).hasValue("https://auth.example.com");
    assertThat(settings.text(SettingKey.AUDIENCE)).hasValue("mine");
    assertThat(settings.get(SettingKey.ISSUER).orElseThrow().place())
        .isEqualTo(home.policy.toString());
    assertThat(settings.overruled()).hasSize(1);
  }

  @Test
  void lockWithoutAValueAndUnknownKeysOfThePolicyAreWarnedOf() throws IOException {
    home.administratorWrites("{\n\"locked\": [\"issuer\", \"colour\"],\n\"shape\": 1}");

    assertThat(home.store().load().warnings())
        .containsExactly(
            home.policy + ", line 3: unknown setting \"shape\"; it has no effect.",
            home.policy
                + ", line 2: locks \"issuer\", which the policy does not set; it has no effect.",
            home.policy
                + ", line 2: locks \"colour\", which the policy does not set; it has no effect.");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "{; line 1, column 2: it ends too early.",
        "{\"locked\": true}; line 1: The locked must be an array of strings.",
        "{\"proxyPort\": 1}; line 1: The proxyPort \"1\" is not allowed",
      })
  void wrongPolicyIsNamed(String text, String message) throws IOException {
    home.administratorWrites(text);

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> home.store().load())
        .withMessageStartingWith(home.policy + ", " + message);
  }

  private static String sampleOf(SettingKey.Shape shape) {
    return switch (shape) {
      case TEXT -> "text";
      case LIST -> "one,two";
      case PORT -> "15000";
      case FLAG -> "true";
    };
  }
}
