package io.gatepass.e2e.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.net.WebSocketEcho;
import io.gatepass.application.net.WebSocketUser;
import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.e2e.harness.LoopbackProxy;
import io.gatepass.e2e.harness.Workplace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A WebSocket that a browser's page on this machine opens through the proxy on the image. */
final class ProxyWebSocketIT {
  @RegisterExtension final Workplace place = new Workplace();

  @Test
  void pageTalksToTheGatewayAfterTheSignIn() throws Exception {
    try (WebSocketEcho gateway = new WebSocketEcho();
        LoopbackProxy proxy = LoopbackProxy.startIn(place, "http://127.0.0.1:" + gateway.port());
        WebSocketUser user =
            WebSocketUser.at(
                "ws://127.0.0.1:" + proxy.port() + "/v1/realtime?model=m",
                it -> it.subprotocols("realtime", "openai-insecure-api-key." + key(proxy)))) {
      // Then
      assertThat(user.hears()).isEqualTo("welcome");
      user.says("Hello.");
      assertThat(user.hears()).isEqualTo("Hello.");
      user.closes(1000);
      assertThat(user.hearsTheEnd()).isEqualTo(1000);
      assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
      assertThat(gateway.handshakes())
          .singleElement()
          .satisfies(head -> assertThat(head).doesNotContain(proxy.key()))
          .satisfies(head -> assertThat(place.issuer().accepts(bearer(head))).isTrue());
      proxy.process().awaitLine(line -> line.contains(" GET /v1/realtime 101 "));
    }
  }

  private static String bearer(String head) {
    List<String> lines = head.lines().filter(it -> it.startsWith("Authorization: ")).toList();
    assertThat(lines).hasSize(1);
    return lines.getFirst().substring("Authorization: Bearer ".length());
  }

  private static String key(LoopbackProxy proxy) {
    try {
      return proxy.key();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
