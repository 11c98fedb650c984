package io.gatepass.adapters.http.upstream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.Connections;
import io.gatepass.application.port.GatewayProbe;
import io.gatepass.application.port.GatewayProbeContract;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGatewayProbeTest extends GatewayProbeContract {
  private static final Platform BARE = new Platform(Platform.Os.LINUX, "/home/ada", Map.of());

  private final BlockingQueue<String> requestLines = new LinkedBlockingQueue<>();
  private ServerSocket server;
  private volatile String answer = "";
  private volatile String onlyFor = "";

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Override
  protected GatewayProbe probe() {
    return probe(Duration.ofSeconds(5));
  }

  @Override
  protected Connection connection() {
    return connection("");
  }

  @Override
  protected void gatewayAnswers(int status) {
    answer = "HTTP/1.1 " + status + " Status\r\nContent-Length: 0\r\n\r\n";
  }

  @Override
  protected void gatewayLists(String token, List<String> models) {
    String data =
        models.stream()
            .map("{\"object\": \"model\", \"x\": [1], \"id\": \"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    onlyFor = "Authorization: Bearer " + token;
    answersWith("{\"object\": \"list\", \"data\": [" + data + "]}");
  }

  private void answersWith(String body) {
    answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @Override
  protected void gatewayIsDown() throws IOException {
    server.close();
  }

  @Test
  void unauthorizedMeansThatTheApiIsThere() {
    gatewayAnswers(401);

    assertThat(probe().anthropicPathPrefix(connection("/llm"))).contains("/anthropic");
    assertThat(requestLines).containsExactly("HEAD /llm/anthropic/v1/messages HTTP/1.1");
  }

  @Test
  void aGatewayThatNeverFinishesItsAnswerTeachesNothing() {
    answer = "HTTP/1.1 401 Unauthor";

    assertThat(probe(Duration.ofMillis(200)).anthropicPathPrefix(connection(""))).isEmpty();
  }

  @Test
  void modelsAreAskedForBelowTheGatewaysPathWithV1Once() {
    gatewayLists("good", List.of("sonnet"));

    var _ = probe().models(connection("/llm/v1"), token("good"));

    assertThat(requestLines).containsExactly("GET /llm/v1/models HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "sonnet",
        "{\"data\": \"sonnet\"}",
        "{\"data\": [1, [], {}, {\"id\": 1}, {\"id\": \" \"}]}"
      })
  void whatIsNoListOfModelsNamesNone(String body) {
    answersWith(body);

    assertThat(probe().models(connection(), token("good"))).isEmpty();
  }

  @Test
  void aListThatNeverEndsIsGivenUp() {
    answer = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\": [";

    assertThat(probe(Duration.ofMillis(200)).models(connection(), token("good"))).isEmpty();
  }

  private static HttpGatewayProbe probe(Duration limit) {
    return new HttpGatewayProbe(
        new GatewayClients(_ -> defaultContext(), ForwardProxies.of(BARE)), limit);
  }

  private static SSLContext defaultContext() {
    throw new AssertionError("a plain request needs no TLS");
  }

  private Connection connection(String path) {
    Map<SettingKey, SettingValue> options = new EnumMap<>(Connections.options());
    options.put(
        SettingKey.GATEWAY_URL,
        SettingValue.parse(
            SettingKey.GATEWAY_URL, "http://127.0.0.1:" + server.getLocalPort() + path));
    return Connection.of(Settings.resolve(List.of(SettingsLayer.ofOptions(options))));
  }

  /** Answers every connection and leaves it open, as a server does that has hung. */
  private void serve() {
    try {
      while (true) {
        Socket socket = server.accept();
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        requestLines.add(lines.readLine());
        List<String> headers = lines.lines().takeWhile(line -> !line.isEmpty()).toList();
        boolean allowed = onlyFor.isEmpty() || headers.contains(onlyFor);
        String refusal = "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write((allowed ? answer : refusal).getBytes(US_ASCII));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }
}
