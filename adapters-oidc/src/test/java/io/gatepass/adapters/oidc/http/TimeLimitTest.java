package io.gatepass.adapters.oidc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.adapters.oidc.tls.PlatformTrust;
import io.gatepass.application.port.MovableClock;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection.Tls;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimeLimitTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(25);
  private static final Platform BARE = World.platform(Map.of());
  private static final Issuer ISSUER = Issuer.parse("https://auth.example.com");
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  @Test
  void aServerThatIsSilentIsGivenUp() throws IOException {
    try (SlowServer server =
        new SlowServer((connection, out) ->
            connection.getInputStream().transferTo(OutputStream.nullOutputStream()))) {
      assertThat(failure(server, SHORT, LONG).what()).contains("did not answer in time");
    }
  }

  @Test
  void aServerThatDripsIsGivenUpAtTheOverallLimit() throws IOException {
    try (SlowServer server = new SlowServer(TimeLimitTest::drip)) {
      assertThat(failure(server, LONG, SHORT).what()).contains("did not answer within");
    }
  }

  @Test
  void anEndlessAnswerIsCutOff() throws IOException {
    try (SlowServer server = new SlowServer(TimeLimitTest::pour)) {
      assertThat(failure(server, LONG, LONG).what()).contains("more than a megabyte");
    }
  }

  @Test
  void aLongAnswerIsCutOffEvenIfItsLengthIsKnown() throws IOException {
    try (SlowServer server =
        new SlowServer((_, out) -> {
          out.write(SlowServer.bytes(OK + "Content-Length: 900000000\r\n\r\n"));
          out.write(new byte[2 * IssuerHttp.LIMIT]);
          out.flush();
          new CountDownLatch(1).await(20, TimeUnit.SECONDS);
        })) {
      assertThat(failure(server, LONG, LONG).what()).contains("more than a megabyte");
    }
  }

  @Test
  void aBrokenAnswerIsToldAsSuch() throws IOException {
    try (SlowServer server =
        new SlowServer((connection, out) -> {
          connection.getInputStream().read();
          out.write(SlowServer.bytes(OK + "Content-Length: 10\r\n\r\nhalf"));
        })) {
      assertThat(failure(server, LONG, LONG).what()).contains("broke the connection off");
    }
  }

  @Test
  void anIssuerThatIsNotInTheNameServiceIsToldAsSuch() {
    assertThat(ask(URI.create("https://issuer.invalid/"), LONG, LONG).what())
        .contains("host name has no address");
  }

  @Test
  void whatTheWorkThrowsIsPassedOn() {
    LoginFailed failure = new LoginFailed("It failed.", "Do not panic.");

    assertThatThrownBy(() ->
            TimeLimit.USUAL.spentOn(
                ISSUER,
                () -> {
                  throw failure;
                }))
        .isSameAs(failure);
  }

  @Test
  void theWorkIsInterruptedAtTheLimit() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThat(
            catchThrowableOfType(
                IssuerUnreachable.class,
                () ->
                    new TimeLimit(SHORT)
                        .spentOn(
                            ISSUER,
                            () -> {
                              try {
                                return waitInVain();
                              } catch (IOException e) {
                                interrupted.countDown();
                                throw e;
                              }
                            })))
        .isNotNull();

    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theWorkNeedsNoVirtualThreadWhosePollerTheJvmWouldWaitForAtItsEnd() {
    Thread worker = TimeLimit.USUAL.spentOn(ISSUER, Thread::currentThread);

    assertThat(worker.isVirtual()).isFalse();
    assertThat(worker.isDaemon()).isTrue();
  }

  @Test
  void aReadThatGoesOnAtTheLimitEndsWithTheClient() throws IOException, InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    try (SlowServer server =
        new SlowServer((connection, _) -> {
          try {
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
          } finally {
            ended.countDown(); // by an end or by a reset
          }
        })) {
      assertThat(failure(server, LONG, SHORT).what()).contains("did not answer within");
      assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anInterruptOfTheCallerIsKept() {
    Thread.currentThread().interrupt();

    IssuerUnreachable failure =
        catchThrowableOfType(
            IssuerUnreachable.class,
            () -> TimeLimit.USUAL.spentOn(ISSUER, TimeLimitTest::waitInVain));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.what()).contains("gatepass is ending");
  }

  private static boolean waitInVain() throws IOException {
    try {
      return new CountDownLatch(1).await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void drip(Object connection, OutputStream out)
      throws IOException, InterruptedException {
    out.write(SlowServer.bytes(OK + "Transfer-Encoding: chunked\r\n\r\n"));
    while (!new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)) {
      out.write(SlowServer.bytes("1\r\n \r\n"));
      out.flush();
    }
  }

  private static void pour(Object connection, OutputStream out) throws IOException {
    out.write(SlowServer.bytes(OK + "Transfer-Encoding: chunked\r\n\r\n"));
    byte[] kilobyte = new byte[1024];
    while (true) {
      out.write(SlowServer.bytes("400\r\n"));
      out.write(kilobyte);
      out.write(SlowServer.bytes("\r\n"));
    }
  }

  private static IssuerUnreachable failure(SlowServer server, Duration silence, Duration overall) {
    return ask(URI.create("http://127.0.0.1:" + server.port() + "/"), silence, overall);
  }

  private static IssuerUnreachable ask(URI address, Duration silence, Duration overall) {
    try (IssuerHttp http =
        new HttpClientFactory(
                new PlatformTrust(BARE),
                ForwardProxies.of(BARE),
                new MovableClock(),
                Duration.ofSeconds(5),
                silence)
            .open(new Tls(false, Optional.empty()))) {
      return catchThrowableOfType(
          IssuerUnreachable.class,
          () -> new TimeLimit(overall).spentOn(ISSUER, () -> http.get(address)));
    }
  }
}
