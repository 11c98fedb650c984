package io.gatepass.adapters.oidc.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.oidc.http.HttpReply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
  private static final String NOON = "Thu, 15 Jan 2026 12:00:00 GMT";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -                              | -                             | -    | 3600
          max-age=600                    | -                             | -    | 600
          public, MAX-AGE=600            | -                             | -    | 600
          max-age="600"                  | -                             | -    | 600
          max-age=600                    | -                             | 100  | 500
          max-age=600                    | -                             | 700  | 0
          max-age=999999999              | -                             | -    | 86400
          max-age=99999999999999999999   | -                             | -    | 0
          max-age=soon                   | -                             | -    | 0
          max-age=0                      | -                             | -    | 0
          no-store                       | -                             | -    | 0
          no-cache, max-age=600          | -                             | -    | 0
          max-age=600, no-store          | -                             | -    | 0
          -                              | Thu, 15 Jan 2026 12:10:00 GMT | -    | 600
          -                              | Thu, 15 Jan 2026 12:10:00 GMT | 60   | 540
          -                              | Thu, 15 Jan 2026 11:00:00 GMT | -    | 0
          -                              | 0                             | -    | 0
          max-age=600                    | 0                             | -    | 600
          public                         | -                             | -    | 3600
          -                              | -                             | junk | 3600
          """,
      delimiter = '|')
  void followsTheHeaders(String cacheControl, String expires, String age, long seconds) {
    Map<String, String> headers = new HashMap<>(Map.of("date", NOON));
    headers.put("cache-control", cacheControl);
    headers.put("expires", expires);
    headers.put("age", age);
    headers.values().removeIf(java.util.Objects::isNull);

    assertThat(Freshness.of(new HttpReply(200, headers, "")))
        .isEqualTo(Duration.ofSeconds(seconds));
  }
}
