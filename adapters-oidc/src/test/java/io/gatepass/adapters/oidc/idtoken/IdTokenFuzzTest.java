package io.gatepass.adapters.oidc.idtoken;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import io.gatepass.adapters.oidc.token.TokenAnswer.Granted;
import io.gatepass.domain.oauth.ClientRegistration;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.Scopes;
import io.gatepass.domain.oauth.Secret;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Any text where an ID token should be, and any claims in one. */
final class IdTokenFuzzTest {
  private static final String HEADER = "{\"alg\":\"RS256\"}";
  private static final Granted GRANTED =
      new Granted(Secret.of("at"), Optional.empty(), Optional.empty(), Optional.empty());
  private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

  private final IdTokenValidator validator =
      new IdTokenValidator(
          new ClientRegistration(
              Issuer.parse("https://i.example"), "c", Optional.empty(), Scopes.of(List.of())),
          () -> NOW);

  @FuzzTest
  void isNotBelievedWithoutTheIssuersSignature(byte[] text) {
    read(new String(text, UTF_8)).ifPresent(this::assertIsNoLogin);
  }

  @FuzzTest
  void hasClaimsThatAreRefusedOrNameAUser(byte[] claims) {
    JWT token = read(part(HEADER.getBytes(UTF_8)) + "." + part(claims) + ".c2ln").orElseThrow();
    assertIsNoLogin(token);
    try {
      assertThat(validator.ofRefresh(token, GRANTED).user()).isNotBlank();
    } catch (UntrustworthyIdToken e) {
      assertThat(e.rule()).isNotBlank();
    }
  }

  private void assertIsNoLogin(JWT token) {
    assertThatExceptionOfType(UntrustworthyIdToken.class)
        .isThrownBy(() -> validator.ofLogin(token, GRANTED, Secret.of("nonce"), new JWKSet()));
  }

  private static Optional<JWT> read(String text) {
    try {
      return Optional.of(JWTParser.parse(text));
    } catch (ParseException e) {
      return Optional.empty(); // which TokenAnswers turns into a refusal
    }
  }

  private static String part(byte[] bytes) {
    return Base64URL.encode(bytes).toString();
  }
}
