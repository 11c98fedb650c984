package io.gatepass.adapters.oidc.stub;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries and forms. */
public final class Queries {
  private Queries() {}

  public static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String previous =
            values.put(
                URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        if (previous != null) {
          throw new IllegalArgumentException("repeated: " + parts[0]);
        }
      }
    }
    return values;
  }

  public static String format(Map<String, String> values) {
    return values.entrySet().stream()
        .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
