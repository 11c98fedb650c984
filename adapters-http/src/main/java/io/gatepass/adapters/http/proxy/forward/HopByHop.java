package io.gatepass.adapters.http.proxy.forward;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** The headers that are about one connection only (RFC 9110 §7.6.1). */
final class HopByHop {
  private static final Set<String> NAMES =
      Set.of("connection", "proxy-connection", "keep-alive", "te", "transfer-encoding", "upgrade");

  private final List<String> named;

  private HopByHop(List<String> named) {
    this.named = named;
  }

  /** Those of a message, which may name further ones in its {@code Connection} header. */
  static HopByHop of(HttpFields headers) {
    if (!headers.contains(HttpHeader.CONNECTION)) {
      return new HopByHop(List.of());
    }
    return new HopByHop(
        headers.getValuesList(HttpHeader.CONNECTION).stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList());
  }

  boolean contains(HttpField field) {
    return NAMES.contains(field.getLowerCaseName()) || named.contains(field.getLowerCaseName());
  }
}
