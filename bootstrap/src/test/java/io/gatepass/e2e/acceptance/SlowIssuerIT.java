package io.gatepass.e2e.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An issuer that hangs at a refresh: gatepass waits for it in real time, but not for ever. */
@Tag("acceptance") // half a minute of waiting; TimeLimitTest has the same with short limits
final class SlowIssuerIT {
  private static final Duration SHORT = Duration.ofSeconds(1);

  @RegisterExtension final Workplace place = new Workplace();

  @BeforeEach
  void signInForAMoment() {
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    assertThat(place.setup().exitCode()).isZero();
    Workplace.let(SHORT);
    place.issuer().stop();
  }

  @Test
  void issuerThatTakesConnectionsAndNeverAnswersIsGivenUp() throws Exception {
    try (ServerSocket silent = listening()) {
      Finished token = place.gatepass("token");

      assertGivenUp(token, "did not answer in time");
      assertThat(silent.isClosed()).isFalse();
    }
  }

  @Test
  void issuerThatDripsItsAnswerIsGivenUp() throws Exception {
    try (ServerSocket dripping = listening()) {
      Thread.ofVirtual().start(() -> drip(dripping));

      assertGivenUp(place.gatepass("token"), "did not answer within 15 s");
    }
  }

  private void assertGivenUp(Finished token, String words) {
    assertThat(token.exitCode()).as("%s", token).isEqualTo(5);
    assertThat(token.stdout()).isEmpty();
    assertThat(token.stderr()).contains(words, place.issuer().url());
    assertThat(place.opener().count()).isOne();
  }

  private ServerSocket listening() throws IOException {
    int port = Integer.parseInt(place.issuer().url().replaceFirst(".*:", ""));
    return new ServerSocket(port, 50, InetAddress.ofLiteral("127.0.0.1"));
  }

  private static void drip(ServerSocket server) {
    try (Socket client = server.accept()) {
      OutputStream out = client.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII));
      while (true) {
        Workplace.let(SHORT);
        out.write("1\r\n \r\n".getBytes(US_ASCII));
        out.flush();
      }
    } catch (IOException _) {
      // The client has had enough, which is what this test is about.
    }
  }
}
