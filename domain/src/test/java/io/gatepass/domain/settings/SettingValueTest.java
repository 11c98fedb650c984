package io.gatepass.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.InvalidSettings;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of every setting; product.md, "Validation". */
class SettingValueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GATEWAY_URL           | https://llm.example.com/base
          ISSUER                | http://localhost:8080/realms/acme
          CLIENT_ID             | a client id
          AUDIENCE              | api://llm
          PROXY_PORT            | 1024
          CALLBACK_PORT         | 65535
          TLS_SKIP_VERIFY       | true
          BEDROCK_COMPAT        | false
          CA_FILE               | C:\\ca's\\corporate ca.pem
          ANTHROPIC_PATH_PREFIX | ''
          ANTHROPIC_PATH_PREFIX | /anthropic
          ANTHROPIC_PATH_PREFIX | /a/b.c/d_e~f-g%20h
          SECRETS_PROVIDER      | encrypted-file
          SECRETS_PASSPHRASE_COMMAND | pass show gatepass
          """)
  void aValueThatKeepsItsRuleIsKeptAsItIs(SettingKey key, String text) {
    assertThat(SettingValue.parse(key, text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GATEWAY_URL           | http://llm.example.com
          ISSUER                | https://auth.example.com?x=y
          CLIENT_ID             | ''
          CLIENT_ID             | '  '
          AUDIENCE              | ''
          CA_FILE               | ''
          PROXY_PORT            | ''
          PROXY_PORT            | 0
          PROXY_PORT            | 80
          PROXY_PORT            | 1023
          PROXY_PORT            | 65536
          PROXY_PORT            | 99999999999999999999
          PROXY_PORT            | -14000
          PROXY_PORT            | +14000
          CALLBACK_PORT         | ' 14000'
          CALLBACK_PORT         | 14000.0
          CALLBACK_PORT         | 0x3000
          CALLBACK_PORT         | ١٤٠٠٠
          SCOPES                | openid profile
          TLS_SKIP_VERIFY       | ''
          TLS_SKIP_VERIFY       | yes
          ENABLE_1M             | TRUE
          SECRETS_RUNTIME_CACHE | 1
          ANTHROPIC_PATH_PREFIX | anthropic
          ANTHROPIC_PATH_PREFIX | /
          ANTHROPIC_PATH_PREFIX | /anthropic/
          ANTHROPIC_PATH_PREFIX | //anthropic
          ANTHROPIC_PATH_PREFIX | /anthropic?x
          ANTHROPIC_PATH_PREFIX | /an thropic
          ANTHROPIC_PATH_PREFIX | /anthropic%
          ANTHROPIC_PATH_PREFIX | /anthropic%2
          ANTHROPIC_PATH_PREFIX | /anthropic%zz
          SECRETS_PROVIDER      | vault
          """)
  void aValueThatBreaksItsRuleIsRefusedByNameAndValue(SettingKey key, String text) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> SettingValue.parse(key, text))
        .withMessageContaining("\"" + text + "\" is not allowed: ")
        .satisfies(it -> assertThat(it.remedy()).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void noSettingMayHoldAControlCharacterAndItIsNotRepeated(SettingKey key) {
    for (String control : List.of("\u0000", "\n", "\r", "\u001b[2J", "\u007f", "\u009b")) {
      assertThatExceptionOfType(InvalidSettings.class)
          .isThrownBy(() -> SettingValue.parse(key, "x" + control + "y"))
          .withMessageContaining(key.jsonName())
          .withMessageContaining("control characters")
          .satisfies(it -> assertThat(it.what()).doesNotContain(control));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GATEWAY_URL", "ISSUER"})
  void aPasswordInAnAddressIsNotRepeated(SettingKey key) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> SettingValue.parse(key, "https://ada:s3cr3t@example.com"))
        .withMessageContaining("user name or password")
        .satisfies(it -> assertThat(it.what() + it.remedy()).doesNotContain("s3cr3t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          opus-4,haiku-4      | opus-4,haiku-4
          ' opus-4 , haiku-4' | opus-4,haiku-4
          opus-4,,            | opus-4
          ,                   | ''
          ''                  | ''
          """)
  void aListIsSplitAtCommasAndEmptyPartsCountForNothing(String text, String expected) {
    assertThat(SettingValue.parse(SettingKey.MODELS, text).joined()).isEqualTo(expected);
  }

  @Test
  void aListGivenAsOneIsNotSplitAgain() {
    SettingValue value = SettingValue.parse(SettingKey.MODELS, List.of("a", "b"));

    assertThat(value.texts()).containsExactly("a", "b");
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> SettingValue.parse(SettingKey.MODELS, List.of("a", " ")));
  }

  @Property
  void anyTextIsEitherAValueOrRefused(@ForAll SettingKey key, @ForAll String text) {
    parsesOrIsRefused(key, text);
  }

  @Example
  void aVeryLongTextIsEitherAValueOrRefused() {
    for (SettingKey key : SettingKey.values()) {
      parsesOrIsRefused(key, "/a".repeat(100_000));
      parsesOrIsRefused(key, "1".repeat(100_000));
      parsesOrIsRefused(key, "a,".repeat(100_000));
    }
  }

  private static void parsesOrIsRefused(SettingKey key, String text) {
    SettingValue value;
    try {
      value = SettingValue.parse(key, text);
    } catch (InvalidSettings refused) {
      assertThat(refused.what()).contains("is not allowed: ");
      return;
    }
    assertThat(SettingValue.parse(key, value.texts())).isEqualTo(value);
    assertThat(value.joined()).doesNotContain("\n", "\u001b");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsFoundByItsJsonName(SettingKey key) {
    assertThat(SettingKey.ofJsonName(key.jsonName())).contains(key);
    assertThat(key.environmentVariable()).matches("GATEPASS_[A-Z0-9_]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gatewayURL", "GATEWAY_URL", "unknown"})
  void anUnknownNameIsNoKey(String name) {
    assertThat(SettingKey.ofJsonName(name)).isEqualTo(Optional.empty());
  }
}
