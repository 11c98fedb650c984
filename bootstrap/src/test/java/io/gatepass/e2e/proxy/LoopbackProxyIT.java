package io.gatepass.e2e.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.gateway.EmbeddedGateway.Call;
import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.RunningGatepass;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gatepass proxy start} on the image, between a tool and the gateway. */
final class LoopbackProxyIT {
  private static final Pattern KEY = Pattern.compile("openAIAPIKey\": \"([A-Za-z0-9_-]{43})\"");
  private static final int CROWD = 20;

  @RegisterExtension final Workplace place = new Workplace();

  private final HttpClient client = HttpClient.newHttpClient();
  private int port;
  private String key;
  private RunningGatepass proxy;

  @BeforeEach
  void setUpLazilyAndStartTheProxy() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    place.sandbox().program("cursor", "");
    var settings = place.sandbox().home().resolve(".config/Cursor/User/settings.json");
    Files.createDirectories(settings.getParent());
    Finished setup =
        place.setup("--lazy", "--client", "cursor", "--proxy-port", Integer.toString(port));
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    Matcher written = KEY.matcher(Files.readString(settings));
    assertThat(written.find()).isTrue();
    key = written.group(1);
    proxy = place.start("proxy", "start");
    proxy.awaitLine(line -> line.contains("127.0.0.1:" + port));
  }

  @AfterEach
  void stopTheProxy() throws Exception {
    client.close();
    proxy.kill();
  }

  @Test
  void everyRequestWaitsForTheOneSignInAndIsAnswered() throws Exception {
    // Given a person who signs in only when everybody has asked and one has hung up
    CountDownLatch allHaveAsked = new CountDownLatch(1);
    place
        .browser()
        .setUser((browser, address) -> {
          allHaveAsked.await();
          return FakeBrowser.approve(browser, address);
        });

    // When
    List<CompletableFuture<HttpResponse<String>>> crowd =
        Stream.generate(() -> client.sendAsync(request(key), BodyHandlers.ofString()))
            .limit(CROWD)
            .toList();
    try (Socket impatient = new Socket(InetAddress.getLoopbackAddress(), port)) {
      impatient.getOutputStream().write(raw("Host: 127.0.0.1:" + port, "x-api-key: " + key));
    }
    allHaveAsked.countDown();

    // Then
    assertThat(crowd).allSatisfy(it -> assertThat(it.get().statusCode()).isEqualTo(200));
    assertThat(place.opener().count()).isOne();
    assertThat(place.issuer().log().count(Kind.AUTHORIZATION)).isOne();
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
    assertThat(forwarded()).hasSizeGreaterThanOrEqualTo(CROWD).allMatch(Call::authorized);
  }

  @Test
  void wrongKeyGetsNothing() throws Exception {
    HttpResponse<String> answer = client.send(request("k".repeat(43)), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).startsWith("{").doesNotContain(key).doesNotContain("kkkk");
    assertNothingHappened();
  }

  @ParameterizedTest
  @CsvSource({
    "Host: evil.example,                                  403",
    "Host: 127.0.0.1 | Origin: https://evil.example,      403",
    "Host: 127.0.0.1 | Sec-Fetch-Site: cross-site,        403",
    "Host: 127.0.0.1 | Transfer-Encoding: chunked | Content-Length: 5, 400",
  })
  void attackIsRefusedAlsoWithTheRightKey(String headers, int status) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String[] all = (headers + " | x-api-key: " + key).split(" \\| ", -1);
      socket.getOutputStream().write(raw(all));
      String answer = new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
      assertThat(answer).isEqualTo("HTTP/1.1 " + status);
    }
    assertNothingHappened();
  }

  @Test
  void secondProxySaysWhoHasThePort() {
    Finished second = place.gatepass("proxy", "start");

    assertThat(second.exitCode()).as("%s", second).isOne();
    assertThat(second.stderr()).contains(Integer.toString(port));
  }

  @Test
  void interruptEndsItInPeaceAndNoKeyWasTold() throws Exception {
    assertThat(client.send(request(key), BodyHandlers.ofString()).statusCode()).isEqualTo(200);

    proxy.interrupt();
    Finished end = proxy.finish();

    assertThat(end.exitCode()).as("%s", end).isZero();
    assertThat(end.stdout() + end.stderr()).doesNotContain(key);
  }

  private void assertNothingHappened() {
    assertThat(forwarded()).isEmpty();
    assertThat(place.opener().count()).isZero();
  }

  /** What came to the gateway since setup, which has asked it where its paths are. */
  private List<Call> forwarded() {
    return place.gateway().calls().stream().filter(call -> !call.method().equals("HEAD")).toList();
  }

  private HttpRequest request(String shown) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/anthropic/v1/messages"))
        .header("Content-Type", "application/json")
        .header("x-api-key", shown)
        .POST(BodyPublishers.ofString("{\"model\": \"opus\", \"messages\": []}"))
        .build();
  }

  private static byte[] raw(String... headers) {
    return ("GET /v1/models HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }
}
