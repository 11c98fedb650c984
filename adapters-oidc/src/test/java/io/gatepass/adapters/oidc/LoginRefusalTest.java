package io.gatepass.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatepass.adapters.oidc.browser.Browser;
import io.gatepass.adapters.oidc.http.TimeLimit;
import io.gatepass.adapters.oidc.stub.Queries;
import io.gatepass.adapters.oidc.stub.StubIssuer.Reply;
import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.settings.SettingKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every answer that must not be believed ends the login with exit 4, and the browser is told. */
class LoginRefusalTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aResponseOfAnotherIssuerIsRefusedAndItsCodeNeverSent() {
    world.issuer.tokens().callback(it -> it.put("iss", "https://evil.example"));

    LoginFailed failure = failure();

    assertThat(failure.what()).contains("names another issuer");
    assertThat(world.issuer.requests("/token")).isEmpty();
    assertThatTheUserIsTold(failure);
  }

  @Test
  void aResponseWithoutIssuerIsRefusedWhereTheIssuerSaysItNamesItself() {
    world.issuer.tokens().callback(it -> it.remove("iss"));

    assertThat(failure().what()).contains("does not name its issuer");
    assertThat(world.issuer.requests("/token")).isEmpty();
  }

  @Test
  void aResponseWithoutIssuerIsFineWhereTheIssuerDoesNotSaySo() {
    world.issuer.discovery().remove("authorization_response_iss_parameter_supported");
    world.issuer.tokens().callback(it -> it.remove("iss"));

    assertThat(world.login().user()).contains("ada@example.com");
  }

  @Test
  void aDeniedConsentIsToldInTheIssuersWords() {
    denyWith("access_denied", "Ada said no.");

    LoginFailed failure = failure();

    assertThat(failure.kind()).isEqualTo(Kind.LOGIN_NEEDED);
    assertThat(failure.what()).endsWith("access_denied: Ada said no.").doesNotContain("..");
    assertThatTheUserIsTold(failure);
  }

  @Test
  void anErrorsDescriptionIsMadeFitToBeShown() {
    denyWith("access_denied", "\u001b[31mred\u001b[0m \r\nnew\u202eline" + "x".repeat(5000));

    LoginFailed failure = failure();

    assertThat(failure.what())
        .contains("access_denied: [31mred [0m new linexxx")
        .hasSizeLessThan(400)
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
  }

  @Test
  void anErrorCodeOfAnotherFormIsNotRepeated() {
    denyWith("<script>alert(1)</script>", "<b>bold</b>");

    LoginFailed failure = failure();

    assertThat(failure.what()).doesNotContain("script").contains("<b>bold</b>");
    assertThat(world.browser.page().body())
        .doesNotContain("<b>", "<script>")
        .contains("&lt;b&gt;bold&lt;/b&gt;");
  }

  @Test
  void aResponseWithoutCodeAndErrorIsRefused() {
    world.issuer.tokens().callback(it -> it.remove("code"));

    assertThat(failure().what()).contains("neither a yes nor a no");
  }

  @Test
  void aCodeThatTheIssuerDoesNotTakeFailsTheLogin() {
    world.issuer.script("/token", _ -> Reply.oauthError(400, "invalid_grant", "Code not valid"));

    LoginFailed failure = failure();

    assertThat(failure.what()).contains("invalid_grant: Code not valid");
    assertThatTheUserIsTold(failure);
  }

  @Test
  void aUserWithoutTheOfflineRoleIsToldSo() {
    world.issuer.script(
        "/token",
        _ ->
            Reply.oauthError(
                400, "not_allowed", "Offline tokens not allowed for the user or client"));

    LoginFailed failure = failure();

    assertThat(failure.what()).contains("not_allowed: Offline tokens not allowed");
    assertThat(failure.remedy()).contains("role offline_access");
  }

  @Test
  void aForgedCallbackIsRefusedAndTheLoginGoesOn() {
    world.browser.before(url -> {
      String redirect = Queries.parse(URI.create(url).getRawQuery()).get("redirect_uri");
      assertThat(statusOf(redirect + "?code=forged&state=guess")).isEqualTo(404);
      assertThat(statusOf(redirect + "?code=forged")).isEqualTo(404);
      assertThat(statusOf(redirect + "?error=access_denied&state=")).isEqualTo(404);
      assertThat(statusOf(redirect)).isEqualTo(404);
    });

    TokenSet tokens = world.login();

    assertThat(tokens.user()).contains("ada@example.com");
    assertThat(world.issuer.requests("/token")).hasSize(1);
  }

  @Test
  void aTakenCallbackPortIsToldBeforeAnyBrowserIsOpened() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      world.set(SettingKey.CALLBACK_PORT, "" + other.getLocalPort());

      InvalidSettings failure = catchThrowableOfType(InvalidSettings.class, world::login);

      assertThat(failure.what()).contains("callback port " + other.getLocalPort());
      assertThat(world.browser.opened()).isEmpty();
    }
  }

  @Test
  void anIssuerThatIsDownOpensNoBrowser() {
    world.issuer.close();

    assertThat(catchThrowableOfType(IssuerUnreachable.class, world::login)).isNotNull();

    assertThat(world.browser.opened()).isEmpty();
    assertThat(world.notices.progress()).isEmpty();
  }

  @Test
  void nobodyComesAndThePortIsFreeAgain() throws IOException {
    CompletableFuture<String> opened = new CompletableFuture<>();
    Browser ignored = opened::complete;

    LoginFailed failure =
        catchThrowableOfType(
            LoginFailed.class,
            () ->
                world.login(
                    world.server(ignored, Duration.ofMillis(500), TimeLimit.USUAL),
                    LoginChannel.BROWSER));

    assertThat(failure.what()).contains("Nobody signed in");
    int port = URI.create(redirectUri(opened.join())).getPort();
    try (ServerSocket next = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(next.isBound()).isTrue();
    }
  }

  @Test
  void anInterruptedLoginSaysSoAndKeepsTheInterrupt() {
    Thread caller = Thread.currentThread();
    Browser interrupting =
        _ -> {
          caller.interrupt();
          return true;
        };

    LoginFailed failure =
        catchThrowableOfType(
            LoginFailed.class,
            () ->
                world.login(
                    world.server(interrupting, Duration.ofSeconds(20), TimeLimit.USUAL),
                    LoginChannel.BROWSER));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.what()).contains("interrupted");
  }

  private static String redirectUri(String authorizationUrl) {
    return Queries.parse(URI.create(authorizationUrl).getRawQuery()).get("redirect_uri");
  }

  private void denyWith(String error, String description) {
    world
        .issuer
        .tokens()
        .callback(it -> {
          it.remove("code");
          it.putAll(Map.of("error", error, "error_description", description));
        });
  }

  private LoginFailed failure() {
    LoginFailed failure = catchThrowableOfType(LoginFailed.class, world::login);
    assertThat(failure).isNotNull();
    return failure;
  }

  private void assertThatTheUserIsTold(LoginFailed failure) {
    assertThat(world.browser.page().statusCode()).isEqualTo(400);
    assertThat(world.browser.page().body()).contains("did not work", "close this tab");
    assertThat(failure.kind()).isEqualTo(Kind.LOGIN_NEEDED);
  }

  private int statusOf(String url) {
    try {
      return world.browser.get(url).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
