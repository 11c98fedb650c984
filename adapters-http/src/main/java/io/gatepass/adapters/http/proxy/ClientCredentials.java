package io.gatepass.adapters.http.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.domain.oauth.Secret;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** Where clients put their key, and how it is taken out of what is forwarded. */
final class ClientCredentials {
  private static final String BEARER = "bearer ";
  private static final List<String> KEY_HEADERS = List.of("x-api-key", "api-key", "x-goog-api-key");
  private static final String KEY_PARAMETER = "key";

  /** Browsers can give a WebSocket no header but the protocols that they speak. */
  private static final String KEY_PROTOCOL = "openai-insecure-api-key.";

  /** What says who the client is; none of it is the gateway's business. */
  private static final Set<String> STRIPPED =
      Set.of(
          "authorization",
          "x-api-key",
          "api-key",
          "x-goog-api-key",
          "cookie",
          "forwarded",
          "proxy-authorization");

  private ClientCredentials() {}

  /** Whether any of the places holds a key that is wanted. */
  static boolean hold(HttpFields headers, @Nullable String query, Predicate<Secret> wanted) {
    Stream<String> bearers =
        headers.getValuesList("Authorization").stream()
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()));
    Stream<String> keys = KEY_HEADERS.stream().flatMap(it -> headers.getValuesList(it).stream());
    Stream<String> parameters =
        parameters(query).filter(ClientCredentials::isKey).map(it -> decoded(valueOf(it)));
    Stream<String> protocols =
        headers.getFields(HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL).stream()
            .flatMap(ClientCredentials::protocols)
            .filter(ClientCredentials::isKeyProtocol)
            .map(it -> it.substring(KEY_PROTOCOL.length()));
    return Stream.of(bearers, keys, parameters, protocols)
        .flatMap(it -> it)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(Secret::of)
        .anyMatch(wanted);
  }

  /** The header without what must not be forwarded. Null where nothing is left. */
  static @Nullable HttpField stripped(HttpField field) {
    String name = field.getLowerCaseName();
    if (STRIPPED.contains(name) || name.startsWith("x-forwarded-")) {
      return null;
    }
    boolean mayHoldKey = field.getHeader() == HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL;
    return mayHoldKey && protocols(field).anyMatch(ClientCredentials::isKeyProtocol)
        ? withoutKey(field)
        : field;
  }

  private static @Nullable HttpField withoutKey(HttpField field) {
    String rest =
        protocols(field).filter(it -> !isKeyProtocol(it)).collect(Collectors.joining(", "));
    return rest.isEmpty() ? null : new HttpField(field.getName(), rest);
  }

  private static Stream<String> protocols(HttpField field) {
    return Arrays.stream(field.getValue().split(",")).map(String::strip);
  }

  private static boolean isKeyProtocol(String protocol) {
    return protocol.startsWith(KEY_PROTOCOL);
  }

  /** The query without the key; every other byte as it was. Null where nothing is left. */
  static @Nullable String stripped(@Nullable String query) {
    if (query == null || parameters(query).noneMatch(ClientCredentials::isKey)) {
      return query;
    }
    String rest = parameters(query).filter(it -> !isKey(it)).collect(Collectors.joining("&"));
    return rest.isEmpty() ? null : rest;
  }

  private static Stream<String> parameters(@Nullable String query) {
    return query == null ? Stream.empty() : Arrays.stream(query.split("&", -1));
  }

  private static boolean isKey(String parameter) {
    int equals = parameter.indexOf('=');
    return decoded(equals < 0 ? parameter : parameter.substring(0, equals)).equals(KEY_PARAMETER);
  }

  private static String valueOf(String parameter) {
    return parameter.substring(parameter.indexOf('=') + 1);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a stray %: then it is no escape
    }
  }
}
