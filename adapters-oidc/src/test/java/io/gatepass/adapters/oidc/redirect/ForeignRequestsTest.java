package io.gatepass.adapters.oidc.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not the answer to the sign-in is refused and ends nothing. */
class ForeignRequestsTest {
  private static final String CALLBACK = "/callback?code=secret-code&state=the-right-state";

  private final RedirectListener listener =
      RedirectListener.open(Optional.empty(), Secret.of("the-right-state"));
  private final int port = URI.create(listener.redirectUri()).getPort();

  @AfterEach
  void close() {
    listener.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/callback",
        "/callback?",
        "/callback?code=x",
        "/callback?code=x&state=",
        "/callback?code=x&state=wrong",
        "/callback?code=x&state=the-right-stat",
        "/callback?code=x&state=the-right-state2",
        "/callback?code=x&state=the-right-state&state=the-right-state",
        "/callback?code=x&state=%zz",
        "/callback?code=%&state=the-right-state",
        "/callback?error=access_denied",
        "/Callback?code=x&state=the-right-state",
        "/callback/?code=x&state=the-right-state",
        "/callback;a=b?code=x&state=the-right-state",
        "/?code=x&state=the-right-state",
        "/favicon.ico",
        "*"
      })
  void aForeignRequestIsRefusedAndEndsNothing(String target) throws IOException {
    assertThat(RawRequest.status(send(get(target)))).isIn(400, 404);
    assertThat(listener.isWaiting()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "X"})
  void anotherMethodIsRefusedAndEndsNothing(String method) throws IOException {
    String response = send(get(CALLBACK).replaceFirst("GET", method));

    assertThat(RawRequest.status(response)).isIn(400, 404, 501);
    assertThat(listener.isWaiting()).isTrue();
  }

  @Test
  void headGetsNoPage() throws IOException {
    assertThat(send(get("/callback").replaceFirst("GET", "HEAD")))
        .startsWith("HTTP/1.1 404")
        .doesNotContain("<html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "localhost",
        "localhost:1",
        "localhost.evil.example:PORT",
        "127.0.0.1.nip.io:PORT",
        "user@localhost:PORT",
        ""
      })
  void aRequestForAnotherHostIsRefused(String host) throws IOException {
    String request =
        "GET " + CALLBACK + " HTTP/1.1\r\nHost: " + host.replace("PORT", "" + port) + "\r\n\r\n";

    assertThat(RawRequest.status(send(request))).isIn(400, 404);
    assertThat(listener.isWaiting()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "\u0000\u0001\u0002",
        "GET\r\n\r\n",
        "\u0016\u0003\u0001",
        "GET / HTTP/9.9\r\n\r\n"
      })
  void whatIsNoHttpIsNoTrouble(String bytes) throws IOException {
    assertThat(RawRequest.status(send(bytes))).isNotEqualTo(500);
    assertThat(listener.isWaiting()).isTrue();
  }

  @Test
  void aHugeRequestIsRefusedWithoutAWordOfIt() throws IOException {
    String response = send(get("/callback?state=" + "s".repeat(200_000)));

    assertThat(RawRequest.status(response)).isBetween(400, 431);
    assertThat(response).doesNotContain("sss");
  }

  private String get(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
  }

  private String send(String request) throws IOException {
    return RawRequest.send("127.0.0.1", port, request);
  }
}
