package io.gatepass.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.gateway.EmbeddedGateway;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class GatewayCallTest {
  @Test
  void tokenThatTheGatewayTakesGetsAnAnswerAndAnotherDoesNot() throws IOException {
    try (EmbeddedGateway gateway = EmbeddedGateway.start("good"::equals)) {
      assertThat(GatewayCall.to(gateway.url(), "good"))
          .isEqualTo(new GatewayCall(200, "Hello from the gatepass demo gateway."));
      assertThat(GatewayCall.to(gateway.url(), "bad")).isEqualTo(new GatewayCall(401, ""));
    }
  }
}
