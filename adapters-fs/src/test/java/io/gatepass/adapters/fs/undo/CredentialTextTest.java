package io.gatepass.adapters.fs.undo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANTHROPIC_API_KEY",
        "ANTHROPIC_AUTH_TOKEN",
        "client_secret",
        "dbPassword",
        "Authorization",
        "x-api-key",
        "cursor.general.openAIAPIKey",
        "AWS_SECRET_ACCESS_KEY"
      })
  void keysOfCredentialsAreKnown(String key) {
    assertThat(CredentialText.isKey(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiKeyHelper",
        "CLAUDE_CODE_API_KEY_HELPER_TTL_MS",
        "MAX_THINKING_TOKENS",
        "model",
        "env",
        "ANTHROPIC_BASE_URL"
      })
  void otherKeysAreNot(String key) {
    assertThat(CredentialText.isKey(key)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo sk-ant-api03-abcdefgh",
        "eyJhbGciOiJSUzI1.eyJzdWIi.c2ln",
        "ghp_0123456789",
        "curl -H 'Authorization: bearer abcdefgh'",
        "https://ada:hunter2@proxy.example.com",
        "AIzaSyA0123456789abcdefghij",
        "AKIAIOSFODNN7EXAMPLE"
      })
  void credentialsAreKnownByTheirLooks(String text) {
    assertThat(CredentialText.isIn(text)).isTrue();
    assertThat(CredentialText.redact(text)).contains("[redacted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/opt/vault read -field=token secret/ai",
        "https://gateway.example.com:8443/anthropic",
        "us.anthropic.claude-opus-4-8",
        "Bearer of news",
        "task-force"
      })
  void otherTextsAreNot(String text) {
    assertThat(CredentialText.isIn(text)).isFalse();
  }

  @Test
  void onlyTheCredentialIsRedacted() {
    assertThat(CredentialText.redact("url = https://ada:hunter2@host/x sk-12345678 y"))
        .isEqualTo("url = https://[redacted]@host/x [redacted] y");
  }
}
