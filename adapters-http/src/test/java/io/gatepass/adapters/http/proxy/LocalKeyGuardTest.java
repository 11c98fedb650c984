package io.gatepass.adapters.http.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.http.proxy.lab.ProxyLab;
import io.gatepass.adapters.http.proxy.lab.RawServer;
import io.gatepass.adapters.http.proxy.lab.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store of keys that takes its time, such as a keychain that asks its user. */
@Timeout(60)
final class LocalKeyGuardTest {
  private static final String ANSWER = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

  @Test
  void whoeverHoldsTheKeyDoesNotWaitForTheStoreThatAStrangersKeyIsLookedUpIn() throws Exception {
    // Given
    try (RawServer gateway = RawServer.saying(LocalKeyGuardTest::answer);
        ProxyLab lab = ProxyLab.before(gateway.url())) {
      Socket stranger;
      try (AutoCloseable _ = lab.tokens().storeThatHangs()) {
        stranger = lab.say("GET / HTTP/1.1", "Host: localhost", "x-api-key: another");
        lab.tokens().awaitQuestionToStore();

        // When
        Socket known = lab.say("GET / HTTP/1.1", "Host: localhost", "x-api-key: " + Tokens.KEY);

        // Then
        assertThat(statusLine(known)).isEqualTo("HTTP/1.1 204 No Content");
      }
      assertThat(statusLine(stranger)).isEqualTo("HTTP/1.1 401 Unauthorized");
    }
  }

  private static void answer(InputStream in, OutputStream out) throws IOException {
    assertThat(new BufferedReader(new InputStreamReader(in, ISO_8859_1)).readLine()).isNotNull();
    out.write(ANSWER.getBytes(ISO_8859_1));
  }

  private static String statusLine(Socket client) throws IOException {
    try (client;
        BufferedReader answer =
            new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
      return answer.readLine();
    }
  }
}
