package io.gatepass.adapters.http.proxy.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.http.proxy.lab.ProxyLab;
import io.gatepass.adapters.http.proxy.lab.RawServer;
import io.gatepass.adapters.http.proxy.lab.Tokens;
import io.gatepass.application.net.HttpHead;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Much goes through, and nothing of it stays. */
@Timeout(180)
final class EnduranceTest {
  /** What a model says in an hour, at a hundred events a second. */
  private static final int EVENTS = 360_000;

  /** With one tilde, which is in no frame of a chunk. */
  private static final String EVENT =
      "data: {\"choices\":[{\"delta\":{\"content\":\" ~ and another"
          + " word,\"},\"finish_reason\":null}]}\n\n";

  /** Of the 33 MiB that go through. */
  private static final long GROWTH = 2L * 1024 * 1024;

  private static final int BODY = 100 * 1024 * 1024;

  @Test
  void streamOfAnHourLeavesTheMemoryAsItWas() throws Exception {
    try (RawServer gateway =
            RawServer.saying((in, out) -> {
              HttpHead.read(in);
              out.write(
                  "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                      .getBytes(ISO_8859_1));
              byte[] event =
                  (Integer.toHexString(EVENT.length()) + "\r\n" + EVENT + "\r\n")
                      .getBytes(ISO_8859_1);
              for (int i = 0; i < EVENTS; i++) {
                out.write(event);
              }
              out.write("0\r\n\r\n".getBytes(ISO_8859_1));
            });
        ProxyLab lab = ProxyLab.before(gateway.url());
        Socket client =
            lab.say("GET /v1/stream HTTP/1.1", "Host: localhost", "x-api-key: " + Tokens.KEY)) {
      InputStream in = new BufferedInputStream(client.getInputStream(), 64 * 1024);
      HttpHead.read(in);
      skipEvents(in, EVENTS / 10);
      long early = memory();
      skipEvents(in, EVENTS / 10 * 8);
      assertThat(memory()).isLessThan(early + GROWTH);
      skipEvents(in, EVENTS / 10);
      assertThat(memory()).isLessThan(early + GROWTH);
    }
  }

  @Test
  void hundredMebibytesArriveAsTheyWereSentBothWays() throws Exception {
    CompletableFuture<String> received = new CompletableFuture<>();
    CompletableFuture<String> answered = new CompletableFuture<>();
    try (RawServer gateway =
            RawServer.saying((in, out) -> {
              HttpHead.read(in);
              received.complete(take(in));
              out.write(
                  ("HTTP/1.1 200 OK\r\nContent-Length: " + BODY + "\r\n\r\n").getBytes(ISO_8859_1));
              answered.complete(pour(out, 2));
            });
        ProxyLab lab = ProxyLab.before(gateway.url());
        Socket client =
            lab.say(
                "POST /v1/files HTTP/1.1",
                "Host: localhost",
                "Content-Length: " + BODY,
                "x-api-key: " + Tokens.KEY)) {
      String sent = pour(client.getOutputStream(), 1);
      assertThat(received.get()).isEqualTo(sent);

      assertThat(HttpHead.read(client.getInputStream())).startsWith("HTTP/1.1 200 ");
      String heard = take(client.getInputStream());
      assertThat(heard).isEqualTo(answered.get()).isNotEqualTo(sent);
    }
  }

  /** Reads so many events, however they are cut into chunks by now. */
  private static void skipEvents(InputStream in, int count) throws IOException {
    int left = count;
    while (left > 0) {
      int next = in.read();
      if (next == '~') {
        left--;
      } else if (next < 0) {
        throw new EOFException(left + " events are missing");
      }
    }
  }

  /** What is in use, on the heap and beside it, when nothing is kept that need not be. */
  private static long memory() {
    System.gc();
    long direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + direct;
  }

  /** Writes a body that no period of a buffer fits; gives its digest. */
  private static String pour(OutputStream out, long seed) throws IOException {
    DigestOutputStream digesting = new DigestOutputStream(out, sha256());
    SplittableRandom random = new SplittableRandom(seed);
    byte[] some = new byte[64 * 1024];
    for (int left = BODY; left > 0; left -= some.length) {
      random.nextBytes(some);
      digesting.write(some);
    }
    return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
  }

  private static String take(InputStream in) throws IOException {
    DigestInputStream digesting = new DigestInputStream(in, sha256());
    byte[] some = new byte[64 * 1024];
    int left = BODY;
    while (left > 0) {
      int read = digesting.read(some, 0, Math.min(left, some.length));
      assertThat(read).isPositive();
      left -= read;
    }
    return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
