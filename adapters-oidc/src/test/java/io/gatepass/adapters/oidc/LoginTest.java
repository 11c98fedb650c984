package io.gatepass.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.oidc.http.TimeLimit;
import io.gatepass.adapters.oidc.stub.StubIssuer.Recorded;
import io.gatepass.adapters.oidc.stub.StubTokens.Signature;
import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.settings.SettingKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void givesTheTokensAndTheNameOfWhoSignedIn() {
    TokenSet tokens = world.login();

    assertThat(tokens.user()).contains("ada@example.com");
    assertThat(tokens.accessToken().value()).isEqualTo(Secret.of("access-2"));
    assertThat(tokens.accessToken().issuedAt()).isEqualTo(world.clock.instant());
    assertThat(tokens.accessToken().lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(tokens.refreshToken()).contains(new RefreshToken(Secret.of("refresh-3")));
  }

  @Test
  void asksAsAPublicClientWithPkce() {
    world.login();

    Recorded request = world.issuer.requests("/authorize").getFirst();
    assertThat(request.parameters())
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "gatepass-cli")
        .containsEntry("scope", "openid offline_access")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("prompt", "consent")
        .doesNotContainKeys("audience", "resource");
    assertThat(request.parameter("redirect_uri")).matches("http://localhost:[0-9]+/callback");
    assertThat(List.of(request.parameter("state"), request.parameter("nonce")))
        .doesNotHaveDuplicates()
        .allMatch(it -> it.matches("[A-Za-z0-9_-]{43}"), "256 bits in Base64URL");
  }

  @Test
  void exchangesTheCodeOnceAndNeverByHttpBasic() {
    world.login();

    assertThat(world.issuer.requests("/token")).hasSize(1);
    Recorded exchange = world.issuer.requests("/token").getFirst();
    assertThat(exchange.parameters())
        .containsOnlyKeys("grant_type", "code", "redirect_uri", "client_id", "code_verifier");
    assertThat(exchange.headers()).doesNotContainKey("authorization");
    assertThat(exchange.parameter("redirect_uri"))
        .isEqualTo(world.issuer.requests("/authorize").getFirst().parameter("redirect_uri"));
  }

  @Test
  void sendsTheAudienceAsAudienceAndAsResource() {
    world.set(SettingKey.AUDIENCE, "https://llm.example.com/api");

    world.login();

    assertThat(world.issuer.requests("/authorize").getFirst().parameters())
        .containsEntry("audience", "https://llm.example.com/api")
        .containsEntry("resource", "https://llm.example.com/api");
    assertThat(world.issuer.requests("/token").getFirst().parameters())
        .containsEntry("resource", "https://llm.example.com/api")
        .doesNotContainKey("audience");
  }

  @Test
  void listensOnTheConfiguredCallbackPort() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    world.set(SettingKey.CALLBACK_PORT, "" + port);

    world.login();
    world.login();

    assertThat(world.issuer.requests("/authorize"))
        .extracting(it -> it.parameter("redirect_uri"))
        .containsExactly(
            "http://localhost:" + port + "/callback", "http://localhost:" + port + "/callback");
  }

  @Test
  void usesAnotherStateNonceAndVerifierEachTime() {
    world.login();
    world.login();

    List<Recorded> requests = world.issuer.requests("/authorize");
    for (String name : List.of("state", "nonce", "code_challenge")) {
      assertThat(requests.getFirst().parameter(name))
          .isNotEqualTo(requests.getLast().parameter(name));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RS256", "ES256", "PS256"})
  void believesIdTokensSignedByAKeyOfTheIssuer(Signature signature) {
    world.issuer.tokens().sign(signature);

    assertThat(world.login().user()).contains("ada@example.com");
  }

  @Test
  void namesTheUserByPreferredNameOrSubjectWhereThereIsNoEmail() {
    world.issuer.tokens().claims(claims -> claims.claim("email", null));
    assertThat(world.login().user()).contains("ada");

    world
        .issuer
        .tokens()
        .claims(claims -> claims.claim("email", null).claim("preferred_username", null));
    assertThat(world.login().user()).contains("user-1");
  }

  @Test
  void leavesItToTheCallerToAnnounceTheSignIn() {
    world.login();

    assertThat(world.notices.progress()).isEmpty();
    assertThat(world.notices.warnings()).isEmpty();
  }

  @Test
  void printsTheAddressAndOpensNoBrowserWhenAskedTo() {
    world.somebodyOpensWhatIsPrinted();

    TokenSet tokens = world.login(world.server(), LoginChannel.PRINTED_URL);

    assertThat(tokens.user()).contains("ada@example.com");
    assertThat(world.notices.progress().getFirst())
        .startsWith("url " + world.issuer.issuer() + "/authorize?");
  }

  @Test
  void printsTheAddressWhereNoBrowserCanBeStarted() {
    world.somebodyOpensWhatIsPrinted();

    TokenSet tokens =
        world.login(
            world.server(_ -> false, Duration.ofSeconds(20), TimeLimit.USUAL),
            LoginChannel.BROWSER);

    assertThat(tokens.user()).contains("ada@example.com");
    assertThat(world.notices.progress().getFirst())
        .startsWith("url " + world.issuer.issuer() + "/authorize?");
  }

  @Test
  void warnsWhenTheIssuerGivesNoRefreshToken() {
    world.issuer.tokens().response(body -> body.remove("refresh_token"));

    TokenSet tokens = world.login();

    assertThat(tokens.refreshToken()).isEmpty();
    assertThat(world.notices.warnings()).singleElement().asString().contains("sign in again");
  }

  @Test
  void takesALifetimeOfFiveMinutesWhereTheIssuerDoesNotSay() {
    world.issuer.tokens().response(body -> body.remove("expires_in"));

    assertThat(world.login().accessToken().lifetime()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void readsALifetimeThatIsWrittenAsText() {
    world.issuer.tokens().response(body -> body.put("expires_in", "120"));

    assertThat(world.login().accessToken().lifetime()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void asksTheIssuerForItsMetadataEvenIfItIsInTheCache() {
    world.login();
    world.login();

    assertThat(world.issuer.requests("/.well-known/openid-configuration")).hasSize(2);
  }

  @Test
  void showsTheSuccessPageOnlyAfterEverythingWasChecked() {
    TokenSet tokens = world.login();

    assertThat(world.browser.page().statusCode()).isEqualTo(200);
    assertThat(world.browser.page().body())
        .contains("You are signed in", "ada@example.com", "close this tab")
        .doesNotContain("code-1", tokens.accessToken().value().reveal());
  }
}
