package io.gatepass.domain.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://auth.example.com/",
        "https://AUTH.example.com/realms/Acme",
        "https://auth.example.com//",
      })
  void itIsKeptLetterByLetter(String text) {
    assertThat(Issuer.parse(text).value()).isEqualTo(text);
  }

  @Test
  void onlyThisMachineIsLoopback() {
    assertThat(Issuer.parse("http://localhost:8080").isLoopback()).isTrue();
    assertThat(Issuer.parse("https://[::1]:8080").isLoopback()).isTrue();
    assertThat(Issuer.parse("https://localhost.example.com").isLoopback()).isFalse();
  }
}
