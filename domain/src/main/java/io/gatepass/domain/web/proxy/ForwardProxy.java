package io.gatepass.domain.web.proxy;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.oauth.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A proxy through which a server is reached by {@code CONNECT} (RFC 9110 §9.3.6). It is the proxy
 * that looks up the server's name.
 *
 * @param variable the environment variable that names it
 * @param secure whether the connection to the proxy itself is TLS
 * @param host a name or an address, an IPv6 one without its brackets
 * @param port the port
 * @param authorization the value of {@code Proxy-Authorization} (RFC 7617), where the variable
 *     holds a user name
 */
public record ForwardProxy(
    String variable, boolean secure, String host, int port, Optional<Secret> authorization) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:(.*)@)?"
              + "(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+))(?::([0-9]{1,5}))?/?",
          Pattern.DOTALL);

  private static final String FORM =
      "a proxy is http://host:port or https://host:port, with user:password@ before the host where"
          + " it wants them";

  /**
   * Parses a variable's value: {@code [http://|https://][user[:password]@]host[:port]}. User name
   * and password may be percent-encoded, and have to be where they hold a {@code /} or a {@code :}.
   *
   * @throws InvalidSettings naming the variable, the value without its credentials, and the rule
   */
  static ForwardProxy parse(String variable, String text) {
    Matcher parts = ADDRESS.matcher(text.strip());
    if (!parts.matches()) {
      throw refused(variable, text, FORM);
    }
    boolean secure = isSecure(variable, text, parts.group(1));
    return new ForwardProxy(
        variable,
        secure,
        parts.group(3) != null ? parts.group(3) : parts.group(4),
        port(variable, text, parts.group(5), secure),
        Optional.ofNullable(parts.group(2))
            .filter(userInfo -> !userInfo.isEmpty())
            .map(userInfo -> basic(variable, text, userInfo)));
  }

  /** The address, for messages: no credentials are in it. */
  public String address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return (secure ? "https://" : "http://") + name + ":" + port;
  }

  private static boolean isSecure(String variable, String text, @Nullable String scheme) {
    return switch (scheme == null ? "http" : scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> false;
      case "https" -> true;
      default -> throw refused(variable, text, FORM);
    };
  }

  private static int port(String variable, String text, @Nullable String port, boolean secure) {
    if (port == null) {
      return secure ? 443 : 80;
    }
    int number = Integer.parseInt(port);
    if (number == 0 || number > 65535) {
      throw refused(variable, text, "its port must be a number from 1 to 65535");
    }
    return number;
  }

  private static Secret basic(String variable, String text, String userInfo) {
    try {
      String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
      byte[] credentials =
          (plain.contains(":") ? plain : plain + ":").getBytes(StandardCharsets.UTF_8);
      return Secret.of("Basic " + Base64.getEncoder().encodeToString(credentials));
    } catch (IllegalArgumentException e) {
      throw refused(variable, text, "a % in its user name or password must be written as %25");
    }
  }

  private static InvalidSettings refused(String variable, String text, String rule) {
    return InvalidSettings.of("environment variable " + variable, withoutCredentials(text), rule);
  }

  /** What has an @ may hold a password before it, wherever that begins. */
  private static String withoutCredentials(String text) {
    int scheme = text.indexOf("://");
    int at = text.lastIndexOf('@');
    return at < 0
        ? text
        : (scheme < 0 || scheme > at ? "" : text.substring(0, scheme + 3))
            + "[redacted]"
            + text.substring(at);
  }
}
