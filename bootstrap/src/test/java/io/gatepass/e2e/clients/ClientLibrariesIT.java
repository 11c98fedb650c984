package io.gatepass.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.gateway.EmbeddedGateway.Call;
import io.gatepass.e2e.harness.LoopbackProxy;
import io.gatepass.e2e.harness.Workplace;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code openai}, {@code @anthropic-ai/sdk} and {@code @google/genai} through the proxy. */
@Tag("acceptance")
final class ClientLibrariesIT {
  private static final String ANSWER = "Hello from the gatepass demo gateway.";
  private static final int CALLS = 8;

  @RegisterExtension final Workplace place = new Workplace();

  @Test
  void officialClientsGetTheirAnswersWholeAndStreamedAndReadARefusal() throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.startIn(place)) {
      Map<String, Object> gave =
          ClientLibraries.callAt("http://127.0.0.1:" + proxy.port(), proxy.key());

      assertThat(gave.remove("refusals"))
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .hasSize(CALLS)
          .allSatisfy((_, refusal) ->
              assertThat(refusal).asString().startsWith("401 ").contains("gatepass setup"));
      assertThat(gave.values()).hasSize(CALLS).containsOnly(ANSWER);
      assertThat(proxy.forwarded()).hasSize(CALLS).allMatch(Call::authorized);
    }
  }
}
