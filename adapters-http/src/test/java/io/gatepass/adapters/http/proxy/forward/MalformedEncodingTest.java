package io.gatepass.adapters.http.proxy.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.http.proxy.lab.Gateway;
import io.gatepass.adapters.http.proxy.lab.Http1Gateway;
import io.gatepass.adapters.http.proxy.lab.Http2Gateway;
import io.gatepass.adapters.http.proxy.lab.Message;
import io.gatepass.adapters.http.proxy.lab.ProxyLab;
import io.gatepass.adapters.http.proxy.lab.Tokens;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an answer's body is encoded concerns the client only. */
final class MalformedEncodingTest {
  @ParameterizedTest
  @ValueSource(strings = {"x,\"", "\"gzip,br", ";,", "=,", "gzip", "gzip, br", "unheard-of", ","})
  void answerOverHttp1IsForwardedAsItIs(String encoding) throws Exception {
    try (Http1Gateway gateway = new Http1Gateway()) {
      assertForwarded(gateway, 200, encoding);
    }
  }

  @Test
  void answerOverHttp2IsForwardedAsItIs(@TempDir Path directory) throws Exception {
    try (Http2Gateway gateway = new Http2Gateway(directory)) {
      assertForwarded(gateway, 200, "\"gzip,br");
    }
  }

  @Test
  void refusalOfTheSecondTokenIsForwardedAsItIs() throws Exception {
    try (Http1Gateway gateway = new Http1Gateway()) {
      assertForwarded(gateway, 401, "\"gzip,br");
    }
  }

  private static void assertForwarded(Gateway gateway, int status, String encoding)
      throws Exception {
    List<String> headers =
        List.of("X-Before: 1", "Content-Encoding: " + encoding, "X-After: 2", "Content-Length: 4");
    gateway.answers(List.of(Message.of("HTTP/1.1 " + status + " Any", headers, "\u001f\u008b\0x")));
    try (ProxyLab lab = ProxyLab.before(gateway);
        Socket client =
            lab.say("GET /v1/models HTTP/1.1", "Host: localhost", "x-api-key: " + Tokens.KEY)) {
      Message heard = Message.read(client.getInputStream(), false);

      assertThat(heard.status()).isEqualTo(status);
      assertThat(heard.header("content-encoding")).contains(encoding);
      assertThat(heard.headers()).hasSize(headers.size());
      assertThat(heard.body()).isEqualTo("\u001f\u008b\0x");
    }
  }
}
