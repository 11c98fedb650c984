package io.gatepass.adapters.oidc.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gatepass.adapters.oidc.redirect.AuthorizationResponse.Denied;
import io.gatepass.adapters.oidc.redirect.AuthorizationResponse.Granted;
import io.gatepass.adapters.oidc.redirect.AuthorizationResponse.Malformed;

/** Any query that a browser, or whoever pretends to be one, brings to the redirect listener. */
final class CallbackFuzzTest {
  @FuzzTest
  void isOneOfTheAnswersThatThereAre(byte[] query) {
    // When
    CallbackQuery parsed = CallbackQuery.parse(new String(query, UTF_8));
    AuthorizationResponse response = AuthorizationResponse.of(parsed);

    // Then
    assertThat(parsed).hasToString("CallbackQuery[redacted]");
    switch (response) {
      case Granted granted -> {
        assertThat(granted.code().reveal()).isNotEmpty();
        assertThat(parsed.one("error").orElse("")).isEmpty();
      }
      case Denied denied -> {
        assertThat(denied.error()).isNotEmpty();
        assertThat(parsed.one("code").orElse("")).isEmpty();
      }
      case Malformed malformed -> assertThat(malformed.issuer()).isEqualTo(parsed.one("iss"));
    }
  }
}
