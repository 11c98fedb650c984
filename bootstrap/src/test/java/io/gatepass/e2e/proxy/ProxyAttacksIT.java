package io.gatepass.e2e.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.LoopbackProxy;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.proxy.Attacks.Attack;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever must not get in, and that nothing of what they sent reaches the gateway. */
final class ProxyAttacksIT {
  private static final int DRIBBLERS = 40;

  @RegisterExtension final Workplace place = new Workplace();

  private final HttpClient client = HttpClient.newHttpClient();
  private LoopbackProxy proxy;
  private String key;

  @BeforeEach
  void start() throws Exception {
    proxy = LoopbackProxy.startIn(place);
    key = proxy.key();
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    proxy.close();
  }

  @Test
  void everyAttackIsRefusedAndNothingOfItReachesTheGateway() {
    List<Attack> attacks =
        Stream.of(
                Attacks.fromTheWeb(),
                Attacks.withoutTheKey(),
                Attacks.throughToOthers(),
                Attacks.smuggling(),
                Attacks.malformed(),
                Attacks.oversized())
            .flatMap(List::stream)
            .toList();

    assertThat(attacks)
        .allSatisfy(attack -> {
          assertThat(answerTo(attack)).isEqualTo("HTTP/1.1 " + attack.status());
          assertThat(proxy.forwarded()).isEmpty();
        });
    assertSomebodyGoodGetsThrough();
    assertThat(proxy.forwarded()).hasSize(1);
  }

  @Test
  void whoDribblesIsCutAndHindersNobody() throws Exception {
    // Given
    List<Thread> threads =
        Stream.generate(() -> Thread.ofVirtual().start(this::dribble)).limit(DRIBBLERS).toList();

    // When
    assertSomebodyGoodGetsThrough();

    // Then
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(proxy.forwarded()).hasSize(1);
  }

  /** Sends a byte now and then until the connection is cut. */
  private void dribble() {
    try (Socket socket = proxy.say("GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")) {
      socket.setSoTimeout(500);
      while (!hasEnded(socket)) {
        socket.getOutputStream().write('x');
      }
    } catch (SocketException _) {
      return; // cut while it wrote
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean hasEnded(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException _) {
      return false; // the pause between two bytes
    }
  }

  private void assertSomebodyGoodGetsThrough() {
    assertThat(client.sendAsync(proxy.request(key), BodyHandlers.ofString()).join().statusCode())
        .isEqualTo(200);
  }

  private String answerTo(Attack attack) {
    try (Socket socket = proxy.say(attack.with(key))) {
      return new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(attack.toString(), e);
    }
  }
}
