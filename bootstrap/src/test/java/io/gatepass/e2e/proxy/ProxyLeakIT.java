package io.gatepass.e2e.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Leaks;
import io.gatepass.e2e.harness.LoopbackProxy;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A proxy's whole life with its keys and tokens: none of them is told or left behind. */
final class ProxyLeakIT {
  private static final String WRONG = "sk-wrong-key-4b1d7e90aa52";

  @RegisterExtension final Workplace place = new Workplace();

  private final Map<String, String> told = new TreeMap<>();
  private final Map<String, String> secrets = new TreeMap<>();

  @Test
  void keysAndTokensAreInNoLogMetricErrorOrFile() throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.startIn(place);
        HttpClient client = HttpClient.newHttpClient()) {
      // Given
      String first = proxy.key();
      secrets.put("wrong key", WRONG);
      secrets.put("first key", first);

      // When
      assertThat(tell(client, proxy.request(first))).isEqualTo(200);
      assertThat(tell(client, proxy.request(WRONG))).isEqualTo(401);
      assertThat(tell(client, get(proxy, "/v1/models?key=" + first))).isEqualTo(200);
      assertThat(tell(client, get(proxy, "/v1/models?key=" + WRONG))).isEqualTo(401);
      place.issuer().revokeAll();
      assertThat(tell(client, proxy.request(first))).isLessThan(500);
      Finished rotation = place.gatepass("proxy", "rotate-key");
      told.put("rotation", rotation.stdout() + rotation.stderr());
      secrets.put("second key", proxy.key());

      // Then
      assertThat(tell(client, proxy.request(proxy.key()))).isLessThan(500);
      assertThat(tell(client, proxy.request(first))).as("the key before").isEqualTo(401);

      // When
      assertThat(tell(client, get(proxy, "/.gatepass/metrics"))).isEqualTo(200);
      assertThat(tell(client, get(proxy, "/.gatepass/health"))).isEqualTo(200);
      proxy.process().interrupt();
      Finished end = proxy.process().finish();
      told.put("proxy", end.stdout() + end.stderr());
    }
    assertNothingLeaked();
  }

  private void assertNothingLeaked() {
    List<String> issued = place.issuer().log().secrets();
    for (int i = 0; i < issued.size(); i++) {
      secrets.put("issued " + i, issued.get(i));
    }
    Map<String, String> places = new TreeMap<>(told);
    places.putAll(Sandbox.files(place.sandbox().home()));
    // Cursor holds its key, as it must.
    places.keySet().removeIf(name -> name.startsWith(".config/Cursor/"));
    assertThat(told.get("proxy")).contains(" GET /v1/models 200 ");
    assertThat(Leaks.in(places, secrets)).isEmpty();
    assertThat(Leaks.in(Map.of("control", secrets.toString()), secrets))
        .hasSameSizeAs(secrets.keySet());
  }

  private int tell(HttpClient client, HttpRequest request) throws Exception {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    told.put(told.size() + " answer", answer.headers().map() + answer.body());
    return answer.statusCode();
  }

  private static HttpRequest get(LoopbackProxy proxy, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + path)).build();
  }
}
