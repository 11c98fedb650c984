package io.gatepass.bootstrap.demo.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.application.port.MovableClock;
import io.gatepass.bootstrap.demo.http.Json;
import io.gatepass.bootstrap.demo.http.Parameters;
import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EmbeddedIssuerTest {
  private static final Pattern REQUEST_FIELD =
      Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

  private final MovableClock clock = new MovableClock();
  private EmbeddedIssuer issuer;
  private RelyingParty client;

  @BeforeEach
  void start() throws Exception {
    issuer =
        EmbeddedIssuer.start(RelyingParty.CLIENT_ID, IssuerPolicy.with(Consent.APPROVE), clock);
    client = new RelyingParty(issuer);
  }

  @AfterEach
  void stop() {
    client.close();
    issuer.close();
  }

  @Test
  void metadataNameTheIssuerLetterByLetterAndOnlyS256() throws Exception {
    HttpResponse<String> answer = client.get("/.well-known/openid-configuration");

    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=3600");
    assertThat(Json.read(answer.body()))
        .containsEntry("issuer", issuer.url())
        .containsEntry("code_challenge_methods_supported", List.of("S256"))
        .containsEntry("revocation_endpoint", issuer.url() + "/revoke");
  }

  @Test
  void approvedRequestComesBackWithCodeStateAndIssuer() throws Exception {
    Parameters answer = client.redirected(RelyingParty.authorizationRequest());

    assertThat(answer.get("code")).isPresent();
    assertThat(answer.text("state")).isEqualTo("state-1");
    assertThat(answer.text("iss")).isEqualTo(issuer.url());
  }

  @Test
  void codeGivesTokensThatTheGatewayWillAccept() throws Exception {
    Map<String, Object> tokens = client.signIn();

    assertThat(tokens).containsKeys("refresh_token", "id_token").containsEntry("expires_in", 3600L);
    assertThat(issuer.accepts(tokens.get("access_token").toString())).isTrue();
  }

  @Test
  void accessTokenDiesWithItsLifetime() throws Exception {
    String token = client.signIn().get("access_token").toString();

    clock.advance(Duration.ofHours(1));

    assertThat(issuer.accepts(token)).isFalse();
  }

  @Test
  void withoutOfflineAccessThereIsNoRefreshToken() throws Exception {
    Map<String, String> request = RelyingParty.authorizationRequest();
    request.put("scope", "openid");

    String code = client.redirected(request).text("code");

    assertThat(Json.read(client.exchange(code, RelyingParty.VERIFIER).body()))
        .containsKey("access_token")
        .doesNotContainKey("refresh_token");
  }

  @Test
  void wrongPkceVerifierIsRefused() throws Exception {
    assertRejected(client.exchange(client.code(), "another-verifier-another-verifier-another-123"));
  }

  @Test
  void codeIsGoodOnceAndItsReuseRevokesWhatItGave() throws Exception {
    String code = client.code();
    Map<String, Object> tokens = Json.read(client.exchange(code, RelyingParty.VERIFIER).body());

    assertRejected(client.exchange(code, RelyingParty.VERIFIER));

    assertThat(issuer.accepts(tokens.get("access_token").toString())).isFalse();
    assertRejected(client.refresh(tokens.get("refresh_token").toString()));
  }

  @Test
  void codeIsNoGoodAfterAMinute() throws Exception {
    String code = client.code();

    clock.advance(Duration.ofMinutes(1));

    assertRejected(client.exchange(code, RelyingParty.VERIFIER));
  }

  @Test
  void refreshTokenRotatesAndItsReuseRevokesTheFamily() throws Exception {
    // Given
    String first = client.signIn().get("refresh_token").toString();
    String second = Json.read(client.refresh(first).body()).get("refresh_token").toString();
    assertThat(second).isNotEqualTo(first);

    // When
    assertRejected(client.refresh(first));

    // Then
    assertRejected(client.refresh(second));
  }

  @Test
  void revokedRefreshTokenIsDead() throws Exception {
    Map<String, Object> tokens = client.signIn();
    String refreshToken = tokens.get("refresh_token").toString();

    HttpResponse<String> answer = client.post("/revoke", Map.of("token", refreshToken));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertRejected(client.refresh(refreshToken));
    assertThat(issuer.accepts(tokens.get("access_token").toString())).isFalse();
  }

  @Test
  void unknownTokenIsRevokedWithoutComplaint() throws Exception {
    assertThat(client.post("/revoke", Map.of("token", "nobody-knows")).statusCode()).isEqualTo(200);
  }

  @Test
  void pageAsksTheUserAndTakesOneAnswer() throws Exception {
    // Given
    issuer.follow(IssuerPolicy.with(Consent.ASK));
    String page = client.authorize(RelyingParty.authorizationRequest()).body();
    Matcher field = REQUEST_FIELD.matcher(page);
    assertThat(field.find()).isTrue();
    Map<String, String> form = Map.of("request", field.group(1), "decision", "approve");

    // When
    HttpResponse<String> first = client.post("/authorize", form);
    HttpResponse<String> second = client.post("/authorize", form);

    // Then
    assertThat(first.headers().firstValue("Location").orElseThrow()).contains("code=code_");
    assertThat(second.statusCode()).isEqualTo(400);
  }

  @Test
  void deniedConsentComesBackAsAccessDenied() throws Exception {
    issuer.follow(IssuerPolicy.with(Consent.DENY));

    Parameters answer = client.redirected(RelyingParty.authorizationRequest());

    assertThat(answer.text("error")).isEqualTo("access_denied");
    assertThat(answer.get("code")).isEmpty();
  }

  @Test
  void wrongRequestsComeBackAsErrors() throws Exception {
    assertThat(errorOf("response_type", "token")).isEqualTo("unsupported_response_type");
    assertThat(errorOf("scope", "email")).isEqualTo("invalid_scope");
    assertThat(errorOf("code_challenge_method", "plain")).isEqualTo("invalid_request");
    assertThat(errorOf("code_challenge", "short")).isEqualTo("invalid_request");
    assertThat(errorOf("prompt", "none")).isEqualTo("login_required");
  }

  @Test
  void foreignClientOrRedirectIsNeverSentBack() throws Exception {
    Map<String, String> foreignClient = RelyingParty.authorizationRequest();
    foreignClient.put("client_id", "<b>another</b>");
    Map<String, String> foreignRedirect = RelyingParty.authorizationRequest();
    foreignRedirect.put("redirect_uri", "https://attacker.example/callback");

    assertThat(client.authorize(foreignClient).statusCode()).isEqualTo(400);
    assertThat(client.authorize(foreignRedirect).statusCode()).isEqualTo(400);
  }

  @Test
  void logCountsRequestsAndKnowsEverySecretGivenAway() throws Exception {
    Map<String, Object> tokens = client.signIn();

    assertThat(issuer.log().count(Kind.AUTHORIZATION)).isOne();
    assertThat(issuer.log().count(Kind.CODE_EXCHANGE)).isOne();
    assertThat(issuer.log().count(Kind.REFRESH)).isZero();
    assertThat(issuer.log().secrets())
        .contains(
            tokens.get("access_token").toString(),
            tokens.get("refresh_token").toString(),
            tokens.get("id_token").toString(),
            RelyingParty.VERIFIER);
  }

  @Test
  void grantsSurviveARestart() throws Exception {
    // Given
    String refreshToken = client.signIn().get("refresh_token").toString();
    issuer.stop();
    assertThatThrownBy(() -> client.refresh(refreshToken)).isInstanceOf(IOException.class);

    // When
    issuer.restart();

    // Then
    assertThat(client.refresh(refreshToken).statusCode()).isEqualTo(200);
  }

  @Test
  void issuerIsSilentAsLongAsTheHookHoldsIt() throws Exception {
    // Given
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    issuer.beforeAnswer(kind -> {
      asked.countDown();
      awaitQuietly(released);
    });

    // When
    CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::statusOfJwks);
    asked.await();

    // Then
    assertThat(answer).isNotDone();
    released.countDown();
    assertThat(answer.join()).isEqualTo(200);
  }

  private int statusOfJwks() {
    try {
      return client.get("/jwks").statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String errorOf(String parameter, String value) throws Exception {
    Map<String, String> request = RelyingParty.authorizationRequest();
    request.put(parameter, value);
    return client.redirected(request).text("error");
  }

  private static void assertRejected(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Json.read(answer.body())).containsEntry("error", "invalid_grant");
  }
}
