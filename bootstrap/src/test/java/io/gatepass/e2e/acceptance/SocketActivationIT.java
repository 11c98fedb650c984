package io.gatepass.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.LoopbackProxy;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** systemd's own program listens in the proxy's place, as the socket unit does. */
@Tag("acceptance") // needs the systemd package
final class SocketActivationIT {
  @RegisterExtension final Workplace place = new Workplace();

  @Test
  void firstRequestStartsTheProxyAndIsAnswered() throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.asleepIn(place);
        HttpClient client = HttpClient.newHttpClient()) {
      // When
      HttpResponse<String> first = client.send(proxy.request(proxy.key()), BodyHandlers.ofString());
      HttpResponse<String> second =
          client.send(proxy.request(proxy.key()), BodyHandlers.ofString());
      proxy.process().interrupt();
      Finished end = proxy.process().finish();

      // Then
      assertThat(first.statusCode()).as("%s%s", first.body(), end).isEqualTo(200);
      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(proxy.forwarded()).hasSize(2);
      assertThat(end.exitCode()).as("%s", end).isZero();
      assertThat(end.stderr()).contains("Execing ").contains(" POST /anthropic/v1/messages 200 ");
    }
  }
}
