package io.gatepass.e2e.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.http.LoopbackServer;
import io.gatepass.bootstrap.demo.http.Reply;
import io.gatepass.bootstrap.demo.http.Request;
import io.gatepass.e2e.harness.LoopbackProxy;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SIGTERM while the gateway thinks about a request. */
@Timeout(300)
final class ProxyDrainIT {
  @RegisterExtension final Workplace place = new Workplace();

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private LoopbackServer gateway;
  private LoopbackProxy proxy;
  private CompletableFuture<HttpResponse<String>> answer;

  @BeforeEach
  void startAndAsk() throws Exception {
    gateway = LoopbackServer.bind(0);
    gateway.serve(this::think);
    proxy = LoopbackProxy.startIn(place, gateway.origin());
    answer = client.sendAsync(proxy.request(proxy.key()), BodyHandlers.ofString());
    asked.await();
  }

  @AfterEach
  void stop() {
    mayAnswer.countDown();
    proxy.close();
    client.shutdownNow();
    client.close();
    gateway.close();
  }

  @Test
  void requestUnderWayIsAnsweredAndNobodyNewIsLetIn() throws Exception {
    // When
    proxy.process().terminate();
    awaitRefusal();
    assertThat(answer).isNotDone();
    mayAnswer.countDown();

    // Then
    assertThat(answer.get().statusCode()).isEqualTo(200);
    assertThat(answer.get().body()).isEqualTo("thought");
    Finished end = proxy.process().finish();
    assertThat(end.exitCode()).as("%s", end).isZero();
    assertThat(end.stdout() + end.stderr()).contains(" POST /anthropic/v1/messages 200 ");
  }

  @Test
  void requestThatHasNoEndDoesNotHinderTheEnd() throws Exception {
    proxy.process().terminate();

    Finished end = proxy.process().finish();
    assertThat(end.exitCode()).as("%s", end).isZero();
    assertThat(answer.get().statusCode()).isGreaterThanOrEqualTo(500);
    assertThat(answer.get().body()).startsWith("{").doesNotContain("\tat ");
  }

  private Reply think(Request request) {
    if (!request.method().equals("HEAD")) {
      asked.countDown();
      try {
        mayAnswer.await();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts", e);
      }
    }
    return Reply.whole(200, "text/plain", "thought");
  }

  /** Until nobody listens any more. */
  private void awaitRefusal() throws IOException {
    boolean open = true;
    while (open) {
      try {
        proxy.say("").close();
      } catch (ConnectException _) {
        open = false;
      } catch (SocketException _) {
        open = true; // reset: it was connected when the listening ended
      }
    }
  }
}
