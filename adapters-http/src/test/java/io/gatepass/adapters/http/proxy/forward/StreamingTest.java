package io.gatepass.adapters.http.proxy.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.http.proxy.lab.ProxyLab;
import io.gatepass.adapters.http.proxy.lab.RawServer;
import io.gatepass.adapters.http.proxy.lab.Tokens;
import io.gatepass.application.net.HttpHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is on its way is on its way, and no more than that. */
@Timeout(180)
final class StreamingTest {
  private static final String STREAM =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final byte[] NOTHING = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1);
  private static final long HUGE = 256L * 1024 * 1024;

  /** More than all buffers of the operating system hold, and far less than is sent. */
  private static final long STALLED = 64L * 1024 * 1024;

  @Test
  void eachEventArrivesBeforeTheNextIsSent() throws Exception {
    Semaphore heard = new Semaphore(1);
    try (RawServer gateway =
            RawServer.saying((in, out) -> {
              HttpHead.read(in);
              out.write(STREAM.getBytes(ISO_8859_1));
              for (int i = 0; i < 1000; i++) {
                heard.acquire();
                out.write(chunk(event(i)));
              }
              out.write("0\r\n\r\n".getBytes(ISO_8859_1));
            });
        ProxyLab lab = ProxyLab.before(gateway.url());
        Socket client = get(lab, "/v1/stream")) {
      InputStream in = client.getInputStream();
      HttpHead.read(in);
      for (int i = 0; i < 1000; i++) {
        // The end of a chunk's line may come with the next chunk; the event must not.
        assertThat(readTo(in, "\n\n")).endsWith("\r\n" + event(i));
        heard.release();
      }
      assertThat(readTo(in, "\r\n\r\n")).endsWith("0\r\n\r\n");
    }
  }

  @Test
  void clientThatHangsUpBeforeTheAnswerEndsTheRequestAtTheGateway() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (RawServer gateway =
            RawServer.saying((in, _) -> {
              HttpHead.read(in);
              asked.countDown();
              assertThat(in.read()).isNegative();
              ended.countDown();
            });
        ProxyLab lab = ProxyLab.before(gateway.url())) {
      try (Socket _ = get(lab, "/v1/models")) {
        asked.await();
      }
      assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void clientThatHangsUpInAStreamEndsItAtTheGateway() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (RawServer gateway =
            RawServer.saying((in, out) -> {
              HttpHead.read(in);
              out.write(STREAM.getBytes(ISO_8859_1));
              out.write(chunk(event(1)));
              assertThat(in.read()).isNegative();
              ended.countDown();
            });
        ProxyLab lab = ProxyLab.before(gateway.url())) {
      try (Socket client = get(lab, "/v1/stream")) {
        HttpHead.read(client.getInputStream());
      }
      assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void clientThatDoesNotReadStallsTheGateway() throws Exception {
    AtomicLong sent = new AtomicLong();
    try (RawServer gateway =
            RawServer.saying((in, out) -> {
              while (!HttpHead.read(in).contains("/v1/huge")) {
                out.write(NOTHING);
              }
              out.write(
                  ("HTTP/1.1 200 OK\r\nContent-Length: " + HUGE + "\r\n\r\n").getBytes(ISO_8859_1));
              pour(out, sent);
            });
        ProxyLab lab = ProxyLab.before(gateway.url());
        Socket client = get(lab, "/v1/huge")) {
      HttpHead.read(client.getInputStream());
      letOthersWork(lab);
      assertThat(sent.get()).isLessThan(STALLED);

      assertThat(client.getInputStream().skip(HUGE)).isEqualTo(HUGE);
      assertThat(sent.get()).isEqualTo(HUGE);
    }
  }

  @Test
  void gatewayThatDoesNotReadStallsTheClient() throws Exception {
    AtomicLong sent = new AtomicLong();
    CountDownLatch mayRead = new CountDownLatch(1);
    AtomicLong read = new AtomicLong();
    try (RawServer gateway =
            RawServer.saying((in, out) -> {
              while (!HttpHead.read(in).contains("/v1/huge")) {
                out.write(NOTHING);
              }
              mayRead.await();
              read.set(in.skip(HUGE));
              out.write(NOTHING);
            });
        ProxyLab lab = ProxyLab.before(gateway.url());
        Socket client =
            lab.say(
                "POST /v1/huge HTTP/1.1",
                "Host: localhost",
                "Content-Length: " + HUGE,
                "x-api-key: " + Tokens.KEY)) {
      Thread pouring = Thread.ofVirtual().start(() -> pour(client, sent));
      letOthersWork(lab);
      assertThat(sent.get()).isLessThan(STALLED);

      mayRead.countDown();
      assertThat(HttpHead.read(client.getInputStream())).startsWith("HTTP/1.1 204 ");
      pouring.join();
      assertThat(read.get()).isEqualTo(HUGE);
    }
  }

  @Test
  void requestUnderWayIsAnsweredWhenTheProxyIsBeingClosed() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch mayAnswer = new CountDownLatch(1);
    try (RawServer gateway =
            RawServer.saying((in, out) -> {
              HttpHead.read(in);
              asked.countDown();
              mayAnswer.await();
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(ISO_8859_1));
            });
        ProxyLab lab = ProxyLab.before(gateway.url());
        Socket client = get(lab, "/v1/models")) {
      asked.await();

      Thread closing = Thread.ofVirtual().start(lab::close);
      awaitRefusal(lab);
      mayAnswer.countDown();

      assertThat(HttpHead.read(client.getInputStream())).startsWith("HTTP/1.1 200 ");
      assertThat(client.getInputStream().readNBytes(2)).asString().isEqualTo("ok");
      closing.join();
    }
  }

  /** Until nobody new can connect. */
  private static void awaitRefusal(ProxyLab lab) throws IOException {
    boolean open = true;
    while (open) {
      try (Socket client = lab.say("GET /.gatepass/health HTTP/1.1", "Host: localhost")) {
        open = client.isConnected();
      } catch (ConnectException _) {
        open = false;
      } catch (SocketException _) {
        open = true; // reset: it was connected when the listening ended
      }
    }
  }

  /** Gives whoever would buffer a while to do it, by requests that pass meanwhile. */
  private static void letOthersWork(ProxyLab lab) throws IOException {
    for (int i = 0; i < 300; i++) {
      try (Socket client = get(lab, "/v1/models")) {
        assertThat(HttpHead.read(client.getInputStream())).startsWith("HTTP/1.1 204 ");
      }
    }
  }

  private static Socket get(ProxyLab lab, String path) throws IOException {
    return lab.say("GET " + path + " HTTP/1.1", "Host: localhost", "x-api-key: " + Tokens.KEY);
  }

  private static void pour(Socket client, AtomicLong sent) {
    try {
      pour(client.getOutputStream(), sent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pour(OutputStream out, AtomicLong sent) throws IOException {
    byte[] some = new byte[64 * 1024];
    while (sent.get() < HUGE) {
      out.write(some);
      sent.addAndGet(some.length);
    }
  }

  private static String readTo(InputStream in, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      text.append((char) in.read());
    }
    return text.toString();
  }

  private static String event(int number) {
    return "data: {\"n\":" + number + "}\n\n";
  }

  private static byte[] chunk(String text) {
    return (Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(ISO_8859_1);
  }
}
