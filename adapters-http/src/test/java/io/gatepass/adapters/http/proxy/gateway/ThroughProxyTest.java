package io.gatepass.adapters.http.proxy.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.http.proxy.lab.ProxyLab;
import io.gatepass.adapters.http.proxy.lab.RawServer;
import io.gatepass.adapters.http.proxy.lab.Tokens;
import io.gatepass.application.net.Certificates;
import io.gatepass.application.net.ConnectProxy;
import io.gatepass.application.net.HttpHead;
import io.gatepass.application.net.TlsFront;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gateway that only a forward proxy with a password can look up, and whose certificate only the
 * company's own authority vouches for. It does not know ALPN, as many do not.
 */
@Timeout(120)
final class ThroughProxyTest {
  private static final String BASIC = "Basic YWRhOnMzY3IzdA==";

  @TempDir private static Path directory;
  private static SSLContext shown;
  private static SSLContext trusting;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private RawServer gateway;
  private TlsFront front;
  private ConnectProxy way;

  @BeforeAll
  static void givenAnAuthority() throws Exception {
    Certificates certificates = new Certificates(directory);
    shown = certificates.server("llm.test", "-1d");
    trusting = certificates.trusting();
  }

  @BeforeEach
  void start() throws Exception {
    gateway = RawServer.saying(this::answer);
    front = new TlsFront(shown, gateway.port());
    way = new ConnectProxy().wants(BASIC).knows("llm.test:443", front.port());
  }

  @AfterEach
  void stop() {
    way.close();
    front.close();
    gateway.close();
  }

  @Test
  void credentialsGoToTheForwardProxyAndNoFurther() throws Exception {
    assertThat(statusWith("https_proxy", "http://ada:s3cr3t@127.0.0.1:" + way.port()))
        .isEqualTo("HTTP/1.1 200 OK");
    assertThat(way.asked()).containsExactly("llm.test:443");
    assertThat(requests)
        .singleElement()
        .asString()
        .startsWith("GET /v1/models HTTP/1.1\r\n")
        .contains("Authorization: Bearer token-1\r\n")
        .doesNotContainIgnoringCase("proxy-");
  }

  @Test
  void forwardProxyThatRefusesIsAGatewayThatCannotBeReached() throws Exception {
    assertThat(statusWith("HTTPS_PROXY", "http://ada:wrong@127.0.0.1:" + way.port()))
        .startsWith("HTTP/1.1 502 ");
    assertThat(requests).isEmpty();
  }

  @Test
  void exceptionsAreReachedDirectly() throws Exception {
    try (ProxyLab lab =
        ProxyLab.before(
            "https://llm.test",
            trusting,
            Map.of(
                "https_proxy", "http://ada:s3cr3t@127.0.0.1:" + way.port(), "no_proxy", ".test"))) {
      // Nobody but the forward proxy can look the name up.
      assertThat(statusFrom(lab)).startsWith("HTTP/1.1 502 ");
    }
    assertThat(way.asked()).isEmpty();
  }

  private String statusWith(String variable, String value) throws Exception {
    try (ProxyLab lab = ProxyLab.before("https://llm.test", trusting, Map.of(variable, value))) {
      return statusFrom(lab);
    }
  }

  private static String statusFrom(ProxyLab lab) throws Exception {
    try (Socket socket =
        lab.say(
            "GET /v1/models HTTP/1.1",
            "Host: localhost",
            "Proxy-Authorization: Basic of-the-tool",
            "x-api-key: " + Tokens.KEY)) {
      return HttpHead.read(socket.getInputStream()).lines().findFirst().orElseThrow();
    }
  }

  private void answer(InputStream in, OutputStream out) throws Exception {
    requests.add(HttpHead.read(in));
    out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
  }
}
