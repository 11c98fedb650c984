package io.gatepass.bootstrap.demo.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of a query or a form ({@code application/x-www-form-urlencoded}). Of a repeated
 * one the first counts.
 *
 * @param values the decoded values by name, in the order in which they came
 */
public record Parameters(Map<String, String> values) {
  /** Keeps the order. */
  public Parameters {
    values = new LinkedHashMap<>(values);
  }

  /** Reads the encoded form; parts without a name are left out. */
  public static Parameters parse(String encoded) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : encoded.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = decode(equals < 0 ? part : part.substring(0, equals));
      if (!name.isEmpty()) {
        values.putIfAbsent(name, equals < 0 ? "" : decode(part.substring(equals + 1)));
      }
    }
    return new Parameters(values);
  }

  /** The value of a parameter; an empty one counts as absent (RFC 6749 §3.1). */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /** The value of a parameter, or the empty text. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** The encoded form. */
  public String encode() {
    return values.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
