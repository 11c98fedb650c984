package io.gatepass.adapters.oidc.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.oidc.http.JsonAnswer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentPromptTest {
  private static final URI ENDPOINT = URI.create("https://auth.example.com/authorize");
  private final Map<String, Object> document =
      new HashMap<>(Map.of("scopes_supported", List.of("openid", "offline_access")));

  @Test
  void isNeededByAnIssuerThatKnowsOfflineAccess() {
    assertThat(isNeededAt(ENDPOINT)).isTrue();
  }

  @Test
  void isNotSentToAnIssuerThatDoesNotListTheScope() {
    document.put("scopes_supported", List.of("openid"));
    assertThat(isNeededAt(ENDPOINT)).isFalse();

    document.remove("scopes_supported");
    assertThat(isNeededAt(ENDPOINT)).isFalse();
  }

  @Test
  void isNotSentToAnIssuerThatDoesNotKnowIt() {
    document.put("prompt_values_supported", List.of("none", "login"));
    assertThat(isNeededAt(ENDPOINT)).isFalse();

    document.put("prompt_values_supported", List.of("none", "consent"));
    assertThat(isNeededAt(ENDPOINT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sso.example.com/realms/main/protocol/openid-connect/auth",
        "https://login.microsoftonline.com/some-tenant/oauth2/v2.0/authorize",
        "https://login.microsoftonline.us/some-tenant/oauth2/v2.0/authorize",
        "https://login.partner.microsoftonline.cn/some-tenant/oauth2/v2.0/authorize",
        "https://acme.ciamlogin.com/some-tenant/oauth2/v2.0/authorize",
        "https://acme.b2clogin.com/acme.onmicrosoft.com/oauth2/v2.0/authorize"
      })
  void isNotSentWhereItIsKnownToDoHarm(String endpoint) {
    assertThat(isNeededAt(URI.create(endpoint))).isFalse();
  }

  private boolean isNeededAt(URI endpoint) {
    return ConsentPrompt.isNeeded(new JsonAnswer(document), endpoint);
  }
}
