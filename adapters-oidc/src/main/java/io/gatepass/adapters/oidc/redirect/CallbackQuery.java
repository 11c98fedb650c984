package io.gatepass.adapters.oidc.redirect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request to the redirect listener. One that is repeated counts as none (RFC
 * 6749 §3.1 forbids it), and so does everything if the query cannot be decoded.
 *
 * @param values the values by name
 */
record CallbackQuery(Map<String, List<String>> values) {
  static CallbackQuery parse(@Nullable String raw) {
    Map<String, List<String>> values = new HashMap<>();
    try {
      for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
      }
      return new CallbackQuery(values);
    } catch (IllegalArgumentException e) {
      // No browser sends what cannot be decoded.
      return new CallbackQuery(Map.of());
    }
  }

  /** The parameter, if it was sent exactly once; it may be empty. */
  Optional<String> one(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** Whether any of the parameters was sent more than once. */
  boolean repeatsAnyOf(String... names) {
    for (String name : names) {
      if (values.getOrDefault(name, List.of()).size() > 1) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "CallbackQuery[redacted]";
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
