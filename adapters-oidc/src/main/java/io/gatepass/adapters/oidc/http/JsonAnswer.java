package io.gatepass.adapters.oidc.http;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON object that an issuer sent. A member of an unexpected type counts as absent. It may hold
 * tokens: its {@code toString} shows nothing of it.
 *
 * @param members the members by name
 */
public record JsonAnswer(Map<String, Object> members) {
  /** The object in the text; empty if the text is no JSON object. */
  public static Optional<JsonAnswer> parse(String text) {
    try {
      return Optional.ofNullable(JSONObjectUtils.parse(text)).map(JsonAnswer::new);
    } catch (ParseException e) {
      // The parser's own words may quote the text, so nothing of the failure is kept.
      return Optional.empty();
    }
  }

  /** A string that is not empty. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(members.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(value -> !value.isEmpty());
  }

  /** The strings of an array; empty if there is no array. */
  public Optional<List<String>> texts(String name) {
    return members.get(name) instanceof List<?> list
        ? Optional.of(list.stream().filter(Objects::nonNull).map(Object::toString).toList())
        : Optional.empty();
  }

  /** A whole number; one in a string counts, because some issuers send {@code "3600"}. */
  public Optional<Long> number(String name) {
    return switch (members.get(name)) {
      case Number number -> Optional.of(number.longValue());
      case String text when text.matches("-?[0-9]{1,18}") -> Optional.of(Long.valueOf(text));
      case null, default -> Optional.empty();
    };
  }

  /** Whether the member is {@code true}. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  @Override
  public String toString() {
    return "JsonAnswer[redacted]";
  }
}
