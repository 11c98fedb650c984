package io.gatepass.adapters.oidc.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectListenerTest {
  private static final Secret STATE = Secret.of("the-right-state");
  private static final String CALLBACK = "/callback?code=secret-code&state=the-right-state";
  private static final Issuer ISSUER = Issuer.parse("https://auth.example.com");

  private final RedirectListener listener = RedirectListener.open(Optional.empty(), STATE);
  private final int port = URI.create(listener.redirectUri()).getPort();

  @AfterEach
  void close() {
    listener.close();
  }

  static List<String> loopbackAddresses() {
    return hasIpv6() ? List.of("127.0.0.1", "::1") : List.of("127.0.0.1");
  }

  static boolean hasIpv6() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("loopbackAddresses")
  void hearsTheAnswerOnBothLoopbackAddresses(String address) throws Exception {
    CompletableFuture<String> browser = asked(address, get(CALLBACK));

    PendingCallback callback = listener.poll(Duration.ofSeconds(10)).orElseThrow();
    callback.answer(Page.signedIn("ada", ISSUER));

    assertThat(callback.authorization())
        .isEqualTo(new AuthorizationResponse.Granted(Secret.of("secret-code"), Optional.empty()));
    assertThat(browser.join()).startsWith("HTTP/1.1 200").contains("Signed in as ada");
  }

  @Test
  void listensOnNoOtherAddress() throws IOException {
    // Given that nobody listens there, the port can be bound on another loopback address.
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress("127.0.0.2", port));

      assertThat(other.isBound()).isTrue();
    }
  }

  @Test
  void holdsThePageBackUntilTheSignInIsJudged() throws Exception {
    CompletableFuture<String> browser = asked("127.0.0.1", get(CALLBACK));
    PendingCallback callback = listener.poll(Duration.ofSeconds(10)).orElseThrow();

    assertThat(browser).isNotDone();

    callback.answer(Page.failed(new LoginFailed("It <b>failed</b>.", "Do not panic.")));
    assertThat(browser.join())
        .startsWith("HTTP/1.1 400")
        .contains("It &lt;b&gt;failed&lt;/b&gt;.", "Do not panic.")
        .doesNotContain("<b>failed");
  }

  @Test
  void everyPageIsSelfContainedAndLeaksNothing() throws Exception {
    CompletableFuture<String> browser = asked("127.0.0.1", get(CALLBACK));
    listener.poll(Duration.ofSeconds(10)).orElseThrow().answer(Page.signedIn("ada", ISSUER));

    String page = browser.join();

    assertThat(page)
        .contains("Cache-Control: no-store")
        .contains("Referrer-Policy: no-referrer")
        .contains("X-Content-Type-Options: nosniff")
        .containsPattern(
            "Content-Security-Policy: default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}=';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("secret-code", "the-right-state", "{{")
        .doesNotContainIgnoringCase("<script", "Server:", "jetty", "http://", "src=", "@import");
  }

  @Test
  void aSecondAnswerIsForeign() throws Exception {
    CompletableFuture<String> first = asked("127.0.0.1", get(CALLBACK));
    PendingCallback callback = listener.poll(Duration.ofSeconds(10)).orElseThrow();

    assertThat(send(get(CALLBACK))).startsWith("HTTP/1.1 404");

    callback.answer(Page.signedIn("ada", ISSUER));
    assertThat(first.join()).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOCALHOST:PORT", "127.0.0.1:PORT", "[::1]:PORT"})
  void anyLoopbackNameIsGoodEnough(String host) throws Exception {
    CompletableFuture<String> browser =
        asked(
            "127.0.0.1",
            "GET "
                + CALLBACK
                + " HTTP/1.1\r\nHost: "
                + host.replace("PORT", "" + port)
                + "\r\n\r\n");

    listener.poll(Duration.ofSeconds(10)).orElseThrow().answer(Page.signedIn("ada", ISSUER));

    assertThat(browser.join()).startsWith("HTTP/1.1 200");
  }

  @Test
  void aLongCodeIsTaken() throws Exception {
    CompletableFuture<String> browser =
        asked("127.0.0.1", get("/callback?state=the-right-state&code=" + "c".repeat(20_000)));

    listener.poll(Duration.ofSeconds(10)).orElseThrow().answer(Page.signedIn("ada", ISSUER));

    assertThat(browser.join()).startsWith("HTTP/1.1 200");
  }

  @Test
  void anAnswerAfterTheTimeIsForeign() throws Exception {
    assertThat(listener.lastLook()).isEmpty();

    assertThat(send(get(CALLBACK))).startsWith("HTTP/1.1 404");
  }

  @Test
  void aBrowserThatWentAwayIsNoTrouble() throws Exception {
    PendingCallback callback;
    try (Socket browser = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      browser.getOutputStream().write(get(CALLBACK).getBytes(StandardCharsets.US_ASCII));
      callback = listener.poll(Duration.ofSeconds(10)).orElseThrow();
    }

    callback.answer(Page.signedIn("ada", ISSUER));

    assertThat(callback.authorization()).isInstanceOf(AuthorizationResponse.Granted.class);
  }

  @Test
  void thePortIsFreeAfterwards() {
    listener.close();

    try (RedirectListener next = RedirectListener.open(Optional.of(port), STATE)) {
      assertThat(next.redirectUri()).isEqualTo("http://localhost:" + port + "/callback");
    }
  }

  @Test
  void aTakenPortIsNamedWithWhatToDo() {
    InvalidSettings failure =
        catchThrowableOfType(
            InvalidSettings.class, () -> RedirectListener.open(Optional.of(port), STATE).close());

    assertThat(failure.what())
        .isEqualTo("The callback port " + port + " is in use by another program.");
    assertThat(failure.remedy()).contains("--callback-port");
  }

  @Test
  @EnabledIf(value = "hasIpv6", disabledReason = "without IPv6 there is no other half")
  void aPortOfWhichSomebodyElseHasTheOtherHalfIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
      assertThat(
              catchThrowableOfType(
                  InvalidSettings.class,
                  () -> RedirectListener.open(Optional.of(other.getLocalPort()), STATE).close()))
          .isNotNull();
    }
  }

  private String get(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
  }

  private String send(String request) throws IOException {
    return RawRequest.send("127.0.0.1", port, request);
  }

  private CompletableFuture<String> asked(String host, String request) {
    CompletableFuture<String> response = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            response.complete(RawRequest.send(host, port, request));
          } catch (IOException e) {
            response.completeExceptionally(e);
          }
        });
    return response;
  }
}
