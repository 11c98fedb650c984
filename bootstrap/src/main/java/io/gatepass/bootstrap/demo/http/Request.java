package io.gatepass.bootstrap.demo.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request as the embedded servers see it.
 *
 * @param method such as {@code GET}
 * @param path the decoded path
 * @param query the query's parameters
 * @param headers the first value of each header; names in any case
 * @param body the whole body
 */
public record Request(
    String method, String path, Parameters query, Map<String, String> headers, String body) {

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body as a form. */
  public Parameters form() {
    return Parameters.parse(body);
  }

  /** The token of {@code Authorization: Bearer} (RFC 6750 §2.1). */
  public Optional<String> bearerToken() {
    String scheme = "bearer ";
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .map(value -> value.substring(scheme.length()).strip());
  }

  /** Whether method and path are these. */
  public boolean is(String wantedMethod, String wantedPath) {
    return method.equals(wantedMethod) && path.equals(wantedPath);
  }
}
