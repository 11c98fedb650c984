package io.gatepass.domain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://llm.example.com,     https://llm.example.com",
    "https://llm.example.com/,    https://llm.example.com",
    "https://llm.example.com///,  https://llm.example.com",
    "https://llm.example.com/v2/, https://llm.example.com/v2",
    "http://[::1]:8080/,          http://[::1]:8080",
  })
  void slashesAtTheEndAreDropped(String text, String expected) {
    assertThat(GatewayUrl.parse(text)).hasToString(expected);
  }

  @Test
  void aSlashAtTheEndMakesNoOtherGateway() {
    assertThat(GatewayUrl.parse("https://llm.example.com/"))
        .isEqualTo(GatewayUrl.parse("https://llm.example.com"));
  }

  @Test
  void aPathIsAppendedToTheBasePath() {
    GatewayUrl gateway = GatewayUrl.parse("https://llm.example.com/base/");

    assertThat(gateway.withPath("/anthropic")).isEqualTo("https://llm.example.com/base/anthropic");
    assertThat(gateway.withPath("")).isEqualTo("https://llm.example.com/base");
  }
}
