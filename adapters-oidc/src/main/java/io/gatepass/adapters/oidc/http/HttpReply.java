package io.gatepass.adapters.oidc.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * A response, read whole. Its body may hold tokens, so {@code toString} gives the status only.
 *
 * @param status the HTTP status
 * @param headers the header fields by lower-case name; repeated ones are joined by commas
 * @param body the content as UTF-8, empty where there was none
 */
public record HttpReply(int status, Map<String, String> headers, String body) {
  /** Copies the headers. */
  public HttpReply {
    headers = Map.copyOf(headers);
  }

  /** A header field, by its lower-case name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A header field that holds a date; empty if it is missing or holds none. */
  public Optional<Instant> date(String name) {
    try {
      return header(name).map(DateTimeFormatter.RFC_1123_DATE_TIME::parse).map(Instant::from);
    } catch (DateTimeException e) {
      return Optional.empty(); // no date, as in "Expires: 0"
    }
  }

  /** Whether the server could not serve the request now: 5xx, 408 or 429. */
  public boolean isTrouble() {
    return status >= 500 || status == 408 || status == 429;
  }

  @Override
  public String toString() {
    return "HttpReply[" + status + "]";
  }
}
