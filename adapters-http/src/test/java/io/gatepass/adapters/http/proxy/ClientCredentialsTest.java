package io.gatepass.adapters.http.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.oauth.Secret;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCredentialsTest {
  private static final Secret KEY = Secret.of("the-local-key");

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer the-local-key",
    "authorization, bearer the-local-key",
    "x-api-key, the-local-key",
    "api-key, the-local-key",
    "x-goog-api-key, the-local-key",
    "Sec-WebSocket-Protocol, openai-insecure-api-key.the-local-key",
  })
  void keyIsFoundWhereClientsPutIt(String name, String value) {
    HttpFields headers = HttpFields.build().add(name, value);

    assertThat(ClientCredentials.hold(headers, null, KEY::equals)).isTrue();
    assertThat(headers).allMatch(it -> ClientCredentials.stripped(it) == null);
  }

  @Test
  void protocolsOfWebSocketLoseTheKeyOnly() {
    String all = "realtime, openai-insecure-api-key.the-local-key, openai-beta.realtime-v1";
    HttpFields headers = HttpFields.build().add("Sec-WebSocket-Protocol", all);

    assertThat(ClientCredentials.hold(headers, null, KEY::equals)).isTrue();
    assertThat(headers)
        .map(it -> ClientCredentials.stripped(it).getValue())
        .containsExactly("realtime, openai-beta.realtime-v1");
  }

  @Test
  void keyIsFoundInTheQuery() {
    assertThat(ClientCredentials.hold(HttpFields.EMPTY, "a=1&key=the-local-key", KEY::equals))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Basic the-local-key",
    "x-api-key, the-local-ke",
    "x-other, the-local-key"
  })
  void keyElsewhereOrAnotherKeyIsNone(String name, String value) {
    HttpFields headers = HttpFields.build().add(name, value);

    assertThat(ClientCredentials.hold(headers, "x=the-local-key", KEY::equals)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "a=%41&key=k&b=c|d, a=%41&b=c|d",
        "key=k, null",
        "%6bey=k&b, b",
        "monkey=k, monkey=k",
        "a&&b, a&&b",
      })
  void queryLosesTheKeyAndNoOtherByte(String query, String rest) {
    assertThat(ClientCredentials.stripped(query)).isEqualTo(rest);
  }
}
