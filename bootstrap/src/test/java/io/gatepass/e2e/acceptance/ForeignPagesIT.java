package io.gatepass.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.LoopbackProxy;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.parts.Chromium;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Web pages in Chromium that know the local key and still get nowhere. */
@Tag("acceptance")
final class ForeignPagesIT {
  @RegisterExtension final Workplace place = new Workplace();

  @Test
  void pagesOfOthersAndReboundNamesAreRefused() throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.startIn(place);
        HttpClient client = HttpClient.newHttpClient()) {
      // When
      Map<String, Object> attempts =
          new Chromium(place.sandbox().root().resolve("chromium"))
              .attack(proxy.port(), proxy.key());

      // Then
      assertThat(attempts.keySet())
          .containsExactlyInAnyOrder(
              "get",
              "post",
              "preflighted",
              "image",
              "socket",
              "local-name",
              "form",
              "rebound",
              "rebound-fetch");
      assertThat(proxy.forwarded()).isEmpty();
      assertThat(place.opener().count()).isZero();

      // When a program shows the same key
      assertThat(client.send(proxy.request(proxy.key()), BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      assertThat(proxy.forwarded()).hasSize(1);
      proxy.process().terminate();

      // Then
      assertEachIsLogged(attempts, proxy.process().finish());
    }
  }

  /** Every attempt has come as far as the proxy, and no further. */
  private static void assertEachIsLogged(Map<String, Object> attempts, Finished end) {
    assertThat(attempts.keySet())
        .allSatisfy(name ->
            assertThat(end.stdout() + end.stderr())
                .containsPattern(" (GET|POST|OPTIONS) /v1/" + name + " 403 "));
  }
}
