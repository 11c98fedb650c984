package io.gatepass.domain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.oauth.ClientRegistration;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.Scopes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialScopeTest {
  /** {@code printf 'https://llm.example.com\0https://auth.example.com\0gatepass\0' | sha256sum}. */
  @Test
  void itIsTheFirst16DigitsOfTheSha256OfGatewayIssuerClientAndNoAudience() {
    CredentialScope scope =
        CredentialScope.of(
            GatewayUrl.parse("https://llm.example.com/"),
            client("https://auth.example.com", "gatepass", Optional.empty()));

    assertThat(scope.id()).isEqualTo("cf1bd11dd3e123db");
  }

  /** As above, of {@code https://llm.example.com/v2\0http://localhost:8080/realms/Acme\0…}. */
  @Test
  void theAudienceIsTheLastPart() {
    CredentialScope scope =
        CredentialScope.of(
            GatewayUrl.parse("https://llm.example.com/v2"),
            client("http://localhost:8080/realms/Acme", "my client", Optional.of("api://llm")));

    assertThat(scope.id()).isEqualTo("81eb0b9e70927b8c");
  }

  @Test
  void theTagIsShortAndTheSameForTheSameCredentials() {
    assertThat(new CredentialScope("Aa").tag()).isEqualTo("00000840");
  }

  @Test
  void everyPartTellsScopesApart() {
    String gateway = "https://llm.example.com";
    String issuer = "https://auth.example.com";

    List<CredentialScope> scopes =
        List.of(
            scope(gateway, issuer, "a", Optional.empty()),
            scope(gateway + "/v2", issuer, "a", Optional.empty()),
            scope(gateway, issuer + "/", "a", Optional.empty()),
            scope(gateway, issuer, "b", Optional.empty()),
            scope(gateway, issuer, "a", Optional.of("b")));

    assertThat(scopes).doesNotHaveDuplicates();
  }

  @Test
  void theScopesAskedForMakeNoOtherCredentials() {
    GatewayUrl gateway = GatewayUrl.parse("https://llm.example.com");
    Issuer issuer = Issuer.parse("https://auth.example.com");

    CredentialScope plain =
        CredentialScope.of(
            gateway, new ClientRegistration(issuer, "a", Optional.empty(), Scopes.of(List.of())));
    CredentialScope more =
        CredentialScope.of(
            gateway,
            new ClientRegistration(issuer, "a", Optional.empty(), Scopes.of(List.of("llm"))));

    assertThat(more).isEqualTo(plain);
  }

  private static CredentialScope scope(
      String gateway, String issuer, String clientId, Optional<String> audience) {
    return CredentialScope.of(GatewayUrl.parse(gateway), client(issuer, clientId, audience));
  }

  private static ClientRegistration client(
      String issuer, String clientId, Optional<String> audience) {
    return new ClientRegistration(Issuer.parse(issuer), clientId, audience, Scopes.of(List.of()));
  }
}
