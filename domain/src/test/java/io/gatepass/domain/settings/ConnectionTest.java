package io.gatepass.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.NotConfigured;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTest {
  private static final Map<SettingKey, String> MANDATORY =
      Map.of(
          SettingKey.GATEWAY_URL, "https://llm.example.com/",
          SettingKey.ISSUER, "https://auth.example.com/",
          SettingKey.CLIENT_ID, "gatepass");

  @Test
  void theMandatoryThreeAreEnough() {
    Connection connection = Connection.of(settings(MANDATORY));

    assertThat(connection.gateway()).hasToString("https://llm.example.com");
    assertThat(connection.client().issuer()).hasToString("https://auth.example.com/");
    assertThat(connection.client().clientId()).isEqualTo("gatepass");
    assertThat(connection.client().audience()).isEmpty();
    assertThat(connection.client().scopes().joined()).isEqualTo("openid offline_access");
    assertThat(connection.proxy().port()).isEqualTo(14000);
    assertThat(connection.callbackPort()).isEmpty();
    assertThat(connection.tls().skipVerify()).isFalse();
    assertThat(connection.tls().caFile()).isEmpty();
    assertThat(connection.anthropic().pathPrefix()).isEmpty();
  }

  @Test
  void everySettingFindsItsPlace() {
    Map<SettingKey, String> texts = new EnumMap<>(MANDATORY);
    texts.put(SettingKey.AUDIENCE, "api://llm");
    texts.put(SettingKey.SCOPES, "llm");
    texts.put(SettingKey.PROXY_PORT, "15000");
    texts.put(SettingKey.CALLBACK_PORT, "15001");
    texts.put(SettingKey.TLS_SKIP_VERIFY, "true");
    texts.put(SettingKey.CA_FILE, "/etc/ca.pem");
    texts.put(SettingKey.ANTHROPIC_PATH_PREFIX, "/anthropic");
    texts.put(SettingKey.MODELS, "opus,haiku");
    texts.put(SettingKey.BEDROCK_COMPAT, "true");
    texts.put(SettingKey.ENABLE_1M, "true");

    Connection connection = Connection.of(settings(texts));

    assertThat(connection.client().audience()).contains("api://llm");
    assertThat(connection.client().scopes().joined()).isEqualTo("openid llm offline_access");
    assertThat(connection.proxy().port()).isEqualTo(15000);
    assertThat(connection.callbackPort()).contains(15001);
    assertThat(connection.tls().skipVerify()).isTrue();
    assertThat(connection.tls().caFile()).contains("/etc/ca.pem");
    assertThat(connection.anthropic().models()).containsExactly("opus", "haiku");
    assertThat(connection.anthropic().bedrock()).isTrue();
    assertThat(connection.anthropic().enable1m()).isTrue();
    assertThat(connection.anthropicBase()).isEqualTo("https://llm.example.com/anthropic");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GATEWAY_URL | gateway URL | --gateway-url https://…
          ISSUER      | issuer      | --issuer https://…
          CLIENT_ID   | client id   | --client-id …
          """)
  void theOneThatIsMissingIsNamedWithTheLineThatSetsIt(SettingKey key, String name, String option) {
    Map<SettingKey, String> texts = new EnumMap<>(MANDATORY);
    texts.remove(key);

    assertThatExceptionOfType(NotConfigured.class)
        .isThrownBy(() -> Connection.of(settings(texts)))
        .withMessage("gatepass is not configured: " + name + " not set.")
        .satisfies(it -> assertThat(it.remedy()).isEqualTo("Run: gatepass config set " + option))
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.NOT_CONFIGURED));
  }

  @Test
  void allThatAreMissingAreNamedAtOnceInOrder() {
    assertThatExceptionOfType(NotConfigured.class)
        .isThrownBy(() -> Connection.of(Settings.resolve(List.of(SettingsLayer.builtIn()))))
        .withMessage("gatepass is not configured: gateway URL, issuer, client id not set.")
        .satisfies(it ->
            assertThat(it.remedy())
                .isEqualTo(
                    "Run: gatepass config set --gateway-url https://… --issuer https://…"
                        + " --client-id …"));
  }

  @Test
  void aPathPrefixFoundLaterChangesNothingElse() {
    Connection connection = Connection.of(settings(MANDATORY));

    Connection completed = connection.withAnthropicPathPrefix("/anthropic");

    assertThat(connection.anthropicBase()).isEqualTo("https://llm.example.com");
    assertThat(completed.anthropicBase()).isEqualTo("https://llm.example.com/anthropic");
    assertThat(completed.scope()).isEqualTo(connection.scope());
    assertThat(completed.withAnthropicPathPrefix(""))
        .isEqualTo(connection.withAnthropicPathPrefix(""));
  }

  private static Settings settings(Map<SettingKey, String> texts) {
    Map<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);
    texts.forEach((key, text) -> values.put(key, SettingValue.parse(key, text)));
    return Settings.resolve(List.of(SettingsLayer.builtIn(), SettingsLayer.ofOptions(values)));
  }
}
