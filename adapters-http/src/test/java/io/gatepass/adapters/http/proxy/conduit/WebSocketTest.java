package io.gatepass.adapters.http.proxy.conduit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.adapters.http.proxy.lab.ProxyLab;
import io.gatepass.adapters.http.proxy.lab.Tokens;
import io.gatepass.application.net.Certificates;
import io.gatepass.application.net.ConnectProxy;
import io.gatepass.application.net.HttpHead;
import io.gatepass.application.net.TlsFront;
import io.gatepass.application.net.WebSocketEcho;
import io.gatepass.application.net.WebSocketUser;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class WebSocketTest {
  private static final String BEARER = "Authorization: Bearer token-1\r\n";

  private WebSocketEcho gateway;
  private ProxyLab lab;

  @BeforeEach
  void start() throws Exception {
    gateway = new WebSocketEcho();
    lab = ProxyLab.before("http://127.0.0.1:" + gateway.port() + "/prefix");
  }

  @AfterEach
  void stop() {
    lab.close();
    gateway.close();
  }

  @Test
  void messagesGoBothWaysWithTheTokenInPlaceOfTheKey() throws Exception {
    try (WebSocketUser user = user("Authorization", "Bearer " + Tokens.KEY)) {
      assertThat(user.hears()).isEqualTo("welcome");
      user.says("one");
      assertThat(user.hears()).isEqualTo("one");
      String long_ = "x".repeat(300_000);
      user.says(long_);
      assertThat(user.hears()).isEqualTo(long_);
    }
    assertThat(gateway.handshakes().getFirst())
        .startsWith("GET /prefix/v1/realtime?model=m HTTP/1.1\r\n")
        .contains(BEARER)
        .contains("Host: 127.0.0.1:" + gateway.port() + "\r\n")
        .doesNotContain(Tokens.KEY);
  }

  @Test
  void browsersKeyIsTakenOutOfTheProtocols() throws Exception {
    String[] protocols = {"openai-insecure-api-key." + Tokens.KEY, "openai-beta.realtime-v1"};
    try (WebSocketUser user =
        WebSocketUser.at(address(), it -> it.subprotocols("realtime", protocols))) {
      assertThat(user.hears()).isEqualTo("welcome");
    }
    assertThat(gateway.handshakes().getFirst())
        .contains("Sec-WebSocket-Protocol: realtime, openai-beta.realtime-v1\r\n")
        .contains(BEARER)
        .doesNotContain(Tokens.KEY);
  }

  @Test
  void whoHasNoKeyGetsNoConnection() {
    assertThatThrownBy(() -> user("x-api-key", "wrong"))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
    assertThat(gateway.handshakes()).isEmpty();
  }

  @Test
  void clientsCloseReachesTheGatewayAndItsAnswerTheClient() throws Exception {
    try (WebSocketUser user = user("x-api-key", Tokens.KEY)) {
      user.closes(4001);

      assertThat(gateway.awaitEnd()).isEqualTo(4001);
      assertThat(user.hearsTheEnd()).isEqualTo(4001);
    }
    assertThat(lab.awaitLogLine()).contains(" GET /v1/realtime 101 ");
  }

  @Test
  void gatewaysCloseReachesTheClient() throws Exception {
    try (WebSocketUser user = user("x-api-key", Tokens.KEY)) {
      user.says("bye");

      assertThat(user.hearsTheEnd()).isEqualTo(1001);
      assertThat(gateway.awaitEnd()).isEqualTo(1001);
    }
  }

  @Test
  void gatewayThatVanishesEndsTheClientsConnection() throws Exception {
    try (WebSocketUser user = user("x-api-key", Tokens.KEY)) {
      user.says("vanish");

      assertThat(user.hearsTheEnd()).isEqualTo(1006);
    }
  }

  @Test
  void clientThatVanishesEndsTheGatewaysConnection() throws Exception {
    user("x-api-key", Tokens.KEY).vanishes();

    assertThat(gateway.awaitEnd()).isZero();
  }

  @Test
  void tokenThatTheGatewayTurnsAwayIsReplacedOnce() throws Exception {
    gateway.wants("token-2");

    try (WebSocketUser user = user("x-api-key", Tokens.KEY)) {
      assertThat(user.hears()).isEqualTo("welcome");
    }
    assertThat(gateway.handshakes()).hasSize(2);
  }

  @Test
  void refusalOfTheGatewayPassesThrough() throws Exception {
    gateway.wants("something else");

    try (Socket socket =
        lab.say(
            "GET /v1/realtime HTTP/1.1",
            "Host: localhost",
            "Connection: keep-alive, Upgrade",
            "Upgrade: websocket",
            "x-api-key: " + Tokens.KEY)) {
      assertThat(HttpHead.read(socket.getInputStream())).startsWith("HTTP/1.1 401 ");
      assertThat(socket.getInputStream().readNBytes(2)).asString().isEqualTo("no");
    }
  }

  @Test
  void foreignPageGetsNoConnection() throws Exception {
    try (Socket socket =
        lab.say(
            "GET /v1/realtime HTTP/1.1",
            "Host: localhost",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Origin: https://evil.example",
            "x-api-key: " + Tokens.KEY)) {
      assertThat(HttpHead.read(socket.getInputStream())).startsWith("HTTP/1.1 403 ");
    }
    assertThat(gateway.handshakes()).isEmpty();
  }

  @Test
  void endOfTheProxyEndsAConnectionThatIsSilent() throws Exception {
    try (WebSocketUser user = user("x-api-key", Tokens.KEY)) {
      assertThat(user.hears()).isEqualTo("welcome");

      lab.close();

      assertThat(user.hearsTheEnd()).isEqualTo(1006);
      assertThat(gateway.awaitEnd()).isZero();
    }
  }

  @Test
  void goesThroughAForwardProxyAndTlsOfTheCompanysOwnAuthority(@TempDir Path directory)
      throws Exception {
    Certificates certificates = new Certificates(directory);
    try (TlsFront front = new TlsFront(certificates.server("llm.test", "-1d"), gateway.port());
        ConnectProxy way = new ConnectProxy().wants("Basic YWRhOnMzY3IzdA==");
        ProxyLab company =
            ProxyLab.before(
                "https://llm.test",
                certificates.trusting(),
                Map.of("https_proxy", "http://ada:s3cr3t@127.0.0.1:" + way.port()))) {
      way.knows("llm.test:443", front.port());
      try (WebSocketUser user =
          WebSocketUser.at(
              "ws://127.0.0.1:" + company.port() + "/v1/realtime",
              it -> it.header("x-api-key", Tokens.KEY))) {
        assertThat(user.hears()).isEqualTo("welcome");
      }
    }
    assertThat(gateway.handshakes().getFirst())
        .contains(BEARER, "Host: llm.test\r\n")
        .doesNotContainIgnoringCase("proxy-authorization");
  }

  private WebSocketUser user(String header, String value) throws Exception {
    return WebSocketUser.at(address(), it -> it.header(header, value));
  }

  private String address() {
    return "ws://127.0.0.1:" + lab.port() + "/v1/realtime?model=m";
  }
}
