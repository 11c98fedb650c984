package io.gatepass.e2e.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.gateway.EmbeddedGateway.Call;
import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.LoopbackProxy;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code gatepass proxy start} on the image, between a tool and the gateway. */
final class LoopbackProxyIT {
  private static final int CROWD = 20;

  @RegisterExtension final Workplace place = new Workplace();

  private final HttpClient client = HttpClient.newHttpClient();
  private LoopbackProxy proxy;
  private String key;

  @BeforeEach
  void setUpLazilyAndStartTheProxy() throws Exception {
    proxy = LoopbackProxy.startIn(place);
    key = proxy.key();
  }

  @AfterEach
  void stopTheProxy() throws Exception {
    client.close();
    proxy.close();
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
        Stream.generate(() -> client.sendAsync(proxy.request(key), BodyHandlers.ofString()))
            .limit(CROWD)
            .toList();
    proxy
        .say("GET /v1/models HTTP/1.1\r\nHost: localhost\r\nx-api-key: " + key + "\r\n\r\n")
        .close();
    allHaveAsked.countDown();

    // Then
    assertThat(crowd).allSatisfy(it -> assertThat(it.get().statusCode()).isEqualTo(200));
    assertThat(place.opener().count()).isOne();
    assertThat(place.issuer().log().count(Kind.AUTHORIZATION)).isOne();
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
    assertThat(proxy.forwarded()).hasSizeGreaterThanOrEqualTo(CROWD).allMatch(Call::authorized);
  }

  @Test
  void wrongKeyGetsNothing() throws Exception {
    HttpResponse<String> answer =
        client.send(proxy.request("k".repeat(43)), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).startsWith("{").doesNotContain(key).doesNotContain("kkkk");
    assertNothingHappened();
  }

  @Test
  void secondProxySaysWhoHasThePort() {
    Finished second = place.gatepass("proxy", "start");

    assertThat(second.exitCode()).as("%s", second).isOne();
    assertThat(second.stderr()).contains(Integer.toString(proxy.port()));
  }

  @Test
  void interruptEndsItInPeaceAndNoKeyWasTold() throws Exception {
    assertThat(client.send(proxy.request(key), BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);

    proxy.process().interrupt();
    Finished end = proxy.process().finish();

    assertThat(end.exitCode()).as("%s", end).isZero();
    assertThat(end.stdout() + end.stderr()).doesNotContain(key);
  }

  private void assertNothingHappened() {
    assertThat(proxy.forwarded()).isEmpty();
    assertThat(place.opener().count()).isZero();
  }
}
