package io.gatepass.adapters.http.proxy.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.http.proxy.lab.Message;
import io.gatepass.adapters.http.proxy.lab.ProxyLab;
import io.gatepass.adapters.http.proxy.lab.RawServer;
import io.gatepass.adapters.http.proxy.lab.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A gateway that turns a token away, and the one more try. */
@Timeout(120)
final class ReplayTest {
  private static final int MIB = 1024 * 1024;

  private final List<Message> asked = new CopyOnWriteArrayList<>();
  private volatile String accepted = "token-2";
  private RawServer gateway;
  private ProxyLab lab;

  @BeforeEach
  void start() throws IOException {
    gateway = RawServer.saying(this::answer);
    lab = ProxyLab.before(gateway.url());
  }

  @AfterEach
  void stop() {
    lab.close();
    gateway.close();
  }

  @Test
  void requestIsSentAgainWithAnotherToken() throws Exception {
    assertThat(post("", false).status()).isEqualTo(200);
    assertThat(asked)
        .extracting(it -> it.header("authorization").orElseThrow())
        .containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void bodyOfOneMebibyteIsSentAgainAsItWas() throws Exception {
    String body = "0123456789abcdef".repeat(MIB / 16);

    assertThat(post(body, false).status()).isEqualTo(200);
    assertThat(asked).hasSize(2).allSatisfy(it -> assertThat(it.body()).isEqualTo(body));
  }

  @Test
  void chunkedBodyIsSentAgainInChunks() throws Exception {
    String body = "0123456789abcdef".repeat(10_000);

    assertThat(post(body, true).status()).isEqualTo(200);
    assertThat(asked)
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.body()).isEqualTo(body))
        .allSatisfy(it -> assertThat(it.header("transfer-encoding")).contains("chunked"));
  }

  @Test
  void refusalOfALargerBodyPassesThrough() throws Exception {
    Message answer = post("x".repeat(MIB + 1), false);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("no");
    assertThat(asked).hasSize(1);
    assertThat(lab.tokens().rejected()).isZero();
  }

  @Test
  void secondRefusalPassesThrough() throws Exception {
    accepted = "none";

    Message answer = post("once", false);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).contains("Bearer error=\"invalid_token\"");
    assertThat(answer.body()).isEqualTo("no");
    assertThat(asked).hasSize(2);
    assertThat(lab.tokens().rejected()).isOne();
  }

  private Message post(String body, boolean chunked) throws IOException {
    String framing = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length();
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), lab.port())) {
      Message.of(
              "POST /v1/responses HTTP/1.1",
              List.of("Host: localhost", "x-api-key: " + Tokens.KEY, framing),
              body)
          .write(socket.getOutputStream());
      return Message.read(socket.getInputStream(), false);
    }
  }

  private void answer(InputStream in, OutputStream out) throws IOException {
    while (true) {
      Message message = Message.read(in, false);
      asked.add(message);
      boolean good = message.header("authorization").orElse("").equals("Bearer " + accepted);
      String answer =
          good
              ? "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes"
              : "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer error=\"invalid_token\"\r\n"
                  + "Content-Length: 2\r\n\r\nno";
      out.write(answer.getBytes(ISO_8859_1));
    }
  }
}
