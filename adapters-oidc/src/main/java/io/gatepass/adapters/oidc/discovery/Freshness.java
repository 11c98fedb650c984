package io.gatepass.adapters.oidc.discovery;

import io.gatepass.adapters.oidc.http.HttpReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * For how long a response may be reused (RFC 9111 §4.2): {@code max-age}, else {@code Expires} less
 * {@code Date}, each less {@code Age}; at most 24 hours. Where the server says nothing, one hour: a
 * heuristic of the kind that RFC 9111 §4.2.2 leaves to the cache.
 */
final class Freshness {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration UNSAID = Duration.ofHours(1);

  private Freshness() {}

  /** The time, zero where the response must not be reused without asking. */
  static Duration of(HttpReply reply) {
    List<String> directives = directives(reply);
    if (directives.contains("no-store") || directives.contains("no-cache")) {
      return Duration.ZERO;
    }
    Duration whole = maxAge(directives).or(() -> expires(reply)).orElse(UNSAID);
    return within(whole.minus(age(reply)));
  }

  private static Duration within(Duration duration) {
    if (duration.isNegative()) {
      return Duration.ZERO;
    }
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }

  private static List<String> directives(HttpReply reply) {
    String header = reply.header("cache-control").orElse("").toLowerCase(Locale.ROOT);
    return Arrays.stream(header.split(",", -1)).map(String::strip).toList();
  }

  private static Optional<Duration> maxAge(List<String> directives) {
    return directives.stream()
        .filter(it -> it.startsWith("max-age="))
        .findFirst()
        .map(it -> seconds(it.substring("max-age=".length()).replace("\"", "")));
  }

  private static Duration age(HttpReply reply) {
    return reply.header("age").map(Freshness::seconds).orElse(Duration.ZERO);
  }

  /** What is no number counts as zero: not fresh, not aged. */
  private static Duration seconds(String text) {
    return text.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
  }

  /** A date that cannot be read, such as {@code Expires: 0}, means "already expired" (§5.3). */
  private static Optional<Duration> expires(HttpReply reply) {
    return reply
        .header("expires")
        .map(_ -> {
          Optional<Instant> end = reply.date("expires");
          Optional<Instant> start = reply.date("date");
          return end.isPresent() && start.isPresent()
              ? Duration.between(start.get(), end.get())
              : Duration.ZERO;
        });
  }
}
