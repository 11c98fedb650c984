package io.gatepass.domain.oauth;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRegistrationTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void aClientWithoutAnIdCannotBe(String clientId) {
    Issuer issuer = Issuer.parse("https://auth.example.com");
    Scopes scopes = Scopes.of(List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientRegistration(issuer, clientId, Optional.empty(), scopes));
  }
}
