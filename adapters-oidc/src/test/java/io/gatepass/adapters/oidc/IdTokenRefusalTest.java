package io.gatepass.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jwt.JWTClaimsSet;
import io.gatepass.adapters.oidc.stub.StubTokens;
import io.gatepass.adapters.oidc.stub.StubTokens.Signature;
import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.domain.failure.LoginFailed;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An ID token that breaks any rule of OIDC Core §3.1.3.7 fails the login. */
class IdTokenRefusalTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<Arguments> untrustworthy() {
    return Stream.of(parties(), times(), bindings(), signatures()).flatMap(it -> it);
  }

  private static Stream<Arguments> parties() {
    return Stream.of(
        claims("another issuer", "issuer", it -> it.issuer("https://evil.example")),
        claims("no issuer", "issuer", it -> it.issuer(null)),
        claims("another audience", "aud", it -> it.audience("other")),
        claims("no audience", "aud", it -> it.audience(List.of())),
        claims(
            "several audiences and no azp",
            "azp",
            it -> it.audience(List.of("gatepass-cli", "other"))),
        claims("another azp", "azp", it -> it.claim("azp", "other")),
        claims("an azp that is no text", "azp", it -> it.claim("azp", 7)),
        claims("no subject", "subject", it -> it.subject(null)));
  }

  private static Stream<Arguments> times() {
    Instant now = Instant.parse("2026-01-15T09:00:00Z");
    return Stream.of(
        claims(
            "expired over a minute ago",
            "expired",
            it -> it.expirationTime(Date.from(now.minusSeconds(61)))),
        claims("no expiry", "expires", it -> it.expirationTime(null)),
        claims(
            "issued over a minute ahead",
            "future",
            it -> it.issueTime(Date.from(now.plusSeconds(61)))),
        claims("no time of issue", "issued", it -> it.issueTime(null)));
  }

  private static Stream<Arguments> bindings() {
    return Stream.of(
        claims("another nonce", "nonce", it -> it.claim("nonce", "other")),
        claims("no nonce", "nonce", it -> it.claim("nonce", null)),
        claims("an empty nonce", "nonce", it -> it.claim("nonce", "")),
        claims("another at_hash", "at_hash", it -> it.claim("at_hash", "AAAA")),
        claims("an at_hash of odd letters", "at_hash", it -> it.claim("at_hash", "ä")));
  }

  private static Stream<Arguments> signatures() {
    return Stream.of(
        refused("a broken signature", "signed", it -> it.sign(Signature.BROKEN)),
        refused("a stranger's signature", "signed", it -> it.sign(Signature.BY_A_STRANGER)),
        refused("no signature (alg none)", "signed", it -> it.sign(Signature.NONE)),
        refused(
            "an HMAC by the public key",
            "algorithm",
            it -> it.sign(Signature.HS256_WITH_THE_PUBLIC_KEY)),
        refused("no ID token", "no ID token", it -> it.response(r -> r.remove("id_token"))));
  }

  @ParameterizedTest
  @MethodSource("untrustworthy")
  void isRefusedAndTheUserIsTold(Consumer<StubTokens> spoil, String word) {
    spoil.accept(world.issuer.tokens());

    LoginFailed failure = catchThrowableOfType(LoginFailed.class, world::login);

    assertThat(failure.what()).contains("ID token", word);
    assertThat(failure.remedy()).contains("do not sign in");
    assertThat(world.browser.page().statusCode()).isEqualTo(400);
    assertThat(world.browser.page().body()).contains("did not work");
  }

  @Test
  void clocksMayDifferByAMinute() {
    Instant now = world.clock.instant();
    world
        .issuer
        .tokens()
        .claims(claims ->
            claims
                .expirationTime(Date.from(now.minusSeconds(59)))
                .issueTime(Date.from(now.plusSeconds(59))));

    assertThat(world.login().user()).contains("ada@example.com");
  }

  @Test
  void severalAudiencesAreFineWhereTheAuthorizedPartyIsUs() {
    world
        .issuer
        .tokens()
        .claims(claims ->
            claims.audience(List.of("other", "gatepass-cli")).claim("azp", "gatepass-cli"));

    assertThat(world.login().user()).contains("ada@example.com");
  }

  @Test
  void anAbsentAtHashIsFine() {
    world.issuer.tokens().claims(claims -> claims.claim("at_hash", null));

    assertThat(world.login().user()).contains("ada@example.com");
  }

  private static Arguments claims(String name, String word, Consumer<JWTClaimsSet.Builder> change) {
    return refused(name, word, it -> it.claims(change));
  }

  private static Arguments refused(String name, String word, Consumer<StubTokens> spoil) {
    return argumentSet(name, spoil, word);
  }
}
