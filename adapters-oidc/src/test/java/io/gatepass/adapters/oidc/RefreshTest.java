package io.gatepass.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatepass.adapters.oidc.stub.StubIssuer.Recorded;
import io.gatepass.adapters.oidc.stub.StubIssuer.Reply;
import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.application.port.AuthorizationServer.RefreshOutcome;
import io.gatepass.application.port.AuthorizationServer.RefreshOutcome.Refreshed;
import io.gatepass.application.port.AuthorizationServer.RefreshOutcome.Rejected;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.settings.SettingKey;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void givesAFreshTokenAndTheRotatedRefreshToken() {
    RefreshToken first = world.login().refreshToken().orElseThrow();

    TokenSet tokens = refreshed(first);

    assertThat(tokens.accessToken().value()).isEqualTo(Secret.of("access-4"));
    assertThat(tokens.accessToken().issuedAt()).isEqualTo(world.clock.instant());
    assertThat(tokens.refreshToken()).contains(new RefreshToken(Secret.of("refresh-5")));
    assertThat(tokens.user()).contains("ada@example.com");
  }

  @Test
  void costsOneRequestWhileTheMetadataIsInTheCache() {
    RefreshToken token = world.login().refreshToken().orElseThrow();
    int before = world.issuer.requests().size();

    refreshed(token);

    assertThat(world.issuer.requests().subList(before, world.issuer.requests().size()))
        .extracting(Recorded::path)
        .containsExactly("/token");
  }

  @Test
  void sendsTheClientIdInTheBodyAndTheResourceButNoScopeAndNoSecret() {
    world.set(SettingKey.AUDIENCE, "https://llm.example.com/api");
    refreshed(world.login().refreshToken().orElseThrow());

    Recorded request = world.issuer.requests("/token").getLast();
    assertThat(request.parameters())
        .containsOnlyKeys("grant_type", "refresh_token", "client_id", "resource")
        .containsEntry("client_id", "gatepass-cli")
        .containsEntry("resource", "https://llm.example.com/api");
    assertThat(request.headers()).doesNotContainKey("authorization");
  }

  @Test
  void keepsTheOldRefreshTokenInUseWhereTheIssuerGivesNoNewOne() {
    RefreshToken token = world.login().refreshToken().orElseThrow();
    world.issuer.tokens().response(body -> body.remove("refresh_token"));

    assertThat(refreshed(token).refreshToken()).isEmpty();
  }

  @Test
  void needsNoIdToken() {
    RefreshToken token = world.login().refreshToken().orElseThrow();
    world.issuer.tokens().response(body -> body.remove("id_token"));

    assertThat(refreshed(token).user()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "repeated"})
  void theNonceOfARefreshedIdTokenMayBeAbsentOrRepeated(String nonce) {
    RefreshToken token = world.login().refreshToken().orElseThrow();
    world
        .issuer
        .tokens()
        .claims(claims -> claims.claim("nonce", nonce.equals("absent") ? null : "as before"));

    assertThat(refreshed(token).user()).contains("ada@example.com");
  }

  @Test
  void anIdTokenForAnotherClientIsNotBelieved() {
    RefreshToken token = world.login().refreshToken().orElseThrow();
    world.issuer.tokens().claims(claims -> claims.audience("other"));

    IssuerUnreachable failure =
        catchThrowableOfType(IssuerUnreachable.class, () -> refreshed(token));

    assertThat(failure.what()).contains("ID token", "aud");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_grant", "login_required", "interaction_required"})
  void whatOnlyTheUserCanMendIsARejection(String error) {
    world.issuer.script("/token", _ -> Reply.oauthError(400, error, "sorry"));

    assertThat(refresh()).isEqualTo(new Rejected(error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid_client",
        "unauthorized_client",
        "invalid_scope",
        "invalid_request",
        "invalid_target",
        "unsupported_grant_type",
        "not_allowed"
      })
  void whatNeitherTheUserNorTimeCanMendOpensNoBrowser(String error) {
    world.issuer.script("/token", _ -> Reply.oauthError(401, error, "wrong client"));

    InvalidSettings failure = catchThrowableOfType(InvalidSettings.class, this::refresh);

    assertThat(failure.kind()).isEqualTo(Kind.FAILED);
    assertThat(failure.what()).contains(error + ": wrong client");
    assertThat(failure.remedy()).contains("client id");
  }

  @ParameterizedTest
  @CsvSource({
    "500, '{}'",
    "503, '{\"error\":\"invalid_grant\"}'",
    "429, '{\"error\":\"invalid_grant\"}'",
    "400, '{\"error\":\"temporarily_unavailable\"}'",
    "400, '{\"error\":\"server_error\"}'",
    "400, '<html>'",
    "400, '[]'",
    "400, '{}'",
    "302, '{\"error\":\"invalid_grant\"}'",
    "200, ''",
    "200, 'null'",
    "200, '{}'",
    "200, '{\"access_token\":\"\"}'",
    "200, '{\"access_token\":7}'",
    "200, '{\"access_token\":\"a\",\"token_type\":\"DPoP\"}'",
    "200, '{\"access_token\":\"a\",\"expires_in\":0}'",
    "200, '{\"access_token\":\"a\",\"expires_in\":-5}'",
    "200, '{\"access_token\":\"a\",\"expires_in\":\"soon\"}'",
    "200, '{\"access_token\":\"a\",\"id_token\":\"a.b.c\"}'",
    "200, '<html>signed out</html>'"
  })
  void troubleAndNonsenseAreNoReasonToSignIn(int status, String body) {
    world.issuer.script("/token", _ -> Reply.text(status, body));

    IssuerUnreachable failure = catchThrowableOfType(IssuerUnreachable.class, this::refresh);

    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.what()).startsWith("The issuer " + world.issuer.issuer());
  }

  @Test
  void anIssuerThatIsDownIsUnreachable() {
    world.issuer.close();

    IssuerUnreachable failure = catchThrowableOfType(IssuerUnreachable.class, this::refresh);

    assertThat(failure.what()).contains("does not accept connections");
  }

  @Test
  void aTokenEndpointThatHasMovedIsLookedForOnce() {
    RefreshToken token = world.login().refreshToken().orElseThrow();
    world.issuer.script("/token", _ -> Reply.text(404, "gone"));
    world.issuer.script("/new/token", _ -> Reply.json(200, Map.of("access_token", "new")));
    world.issuer.discovery().put("token_endpoint", world.issuer.issuer() + "/new/token");

    assertThat(refreshed(token).accessToken().value()).isEqualTo(Secret.of("new"));
    assertThat(world.issuer.requests("/new/token")).hasSize(1);
  }

  @Test
  void aTokenEndpointThatIsNowhereIsUnreachable() {
    world.issuer.script("/token", _ -> Reply.text(404, "gone"));

    assertThat(catchThrowableOfType(IssuerUnreachable.class, this::refresh).what())
        .contains("names an endpoint that is not there");

    // The metadata is in the cache now; asking again for it leads to the same place.
    assertThat(catchThrowableOfType(IssuerUnreachable.class, this::refresh)).isNotNull();
    assertThat(world.issuer.requests("/.well-known/openid-configuration")).hasSize(2);
  }

  @Test
  void nothingIsSentTwice() {
    world.issuer.script("/token", _ -> Reply.text(503, "later").with("Retry-After", "0"));

    assertThat(catchThrowableOfType(GatepassException.class, this::refresh)).isNotNull();

    assertThat(world.issuer.requests("/token")).hasSize(1);
  }

  @Test
  void aRedirectOfTheTokenRequestIsNotFollowed() {
    world.issuer.script("/token", _ -> Reply.redirect(world.issuer.issuer() + "/elsewhere"));

    assertThat(catchThrowableOfType(IssuerUnreachable.class, this::refresh)).isNotNull();

    assertThat(world.issuer.requests("/elsewhere")).isEmpty();
  }

  @Test
  void anAbsurdLifetimeIsCut() {
    world.issuer.script(
        "/token", _ -> Reply.json(200, Map.of("access_token", "a", "expires_in", Long.MAX_VALUE)));

    TokenSet tokens = ((Refreshed) refresh()).tokens();

    assertThat(tokens.accessToken().lifetime()).isEqualTo(Duration.ofDays(365));
  }

  private RefreshOutcome refresh() {
    return world.server().refresh(world.connection(), new RefreshToken(Secret.of("some-token")));
  }

  private TokenSet refreshed(RefreshToken token) {
    RefreshOutcome outcome = world.server().refresh(world.connection(), token);
    assertThat(outcome).isInstanceOf(Refreshed.class);
    return ((Refreshed) outcome).tokens();
  }
}
