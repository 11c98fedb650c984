package io.gatepass.domain.web;

import io.gatepass.domain.failure.InvalidSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The rules shared by every address that a token is sent to: absolute, {@code https} (or {@code
 * http} for a loopback host), no user-info, no query, no fragment.
 */
public final class WebAddress {
  private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String ABSOLUTE = "it must be an absolute https:// address";

  private WebAddress() {}

  /**
   * Checks the rules.
   *
   * @param setting what the address is called in the settings, for the message
   * @return the parsed address
   * @throws InvalidSettings naming the setting, the value and the rule it breaks
   */
  public static URI check(String setting, String text) {
    URI uri = parse(setting, text);
    if (uri.getScheme() == null || uri.getRawAuthority() == null) {
      throw refused(setting, text, ABSOLUTE);
    }
    if (uri.getRawUserInfo() != null) {
      throw refused(setting, text, "it must not contain a user name or password");
    }
    checkHostAndPort(setting, text, uri);
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw refused(setting, text, "it must have no query and no fragment");
    }
    checkScheme(setting, text, uri);
    return uri;
  }

  /** Whether the address names a loopback host: localhost, 127.0.0.1 or [::1]. */
  public static boolean isLoopback(String address) {
    String host = URI.create(address).getHost();
    return host != null && LOOPBACK_HOSTS.contains(host.toLowerCase(Locale.ROOT));
  }

  private static void checkHostAndPort(String setting, String text, URI uri) {
    if (uri.getHost() == null) {
      throw refused(
          setting,
          text,
          "its host must be an address or a name of letters, digits, dots and dashes, its port a"
              + " number");
    }
    if (uri.getRawAuthority().endsWith(":") || uri.getPort() == 0 || uri.getPort() > 65535) {
      throw refused(setting, text, "its port must be a number from 1 to 65535");
    }
  }

  private static void checkScheme(String setting, String text, URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("https")) {
      return;
    }
    if (!scheme.equals("http")) {
      throw refused(setting, text, ABSOLUTE);
    }
    if (!isLoopback(text)) {
      throw refused(setting, text, "http:// is allowed only for a loopback host; use https://");
    }
  }

  private static URI parse(String setting, String text) {
    // java.net.URI lets other letters pass, and with them some that change how a line is displayed.
    if (!text.chars().allMatch(c -> c < 0x80)) {
      throw refused(
          setting,
          text,
          "it must be ASCII; write other letters of a host as xn--…, of a path as %…");
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw refused(setting, text, "it is not a valid URL (" + e.getReason() + ")");
    }
  }

  /** What has an @ may hold a password, also where it does not parse as one: not repeated. */
  private static InvalidSettings refused(String setting, String text, String rule) {
    return text.contains("@")
        ? InvalidSettings.withoutValue(setting, rule)
        : InvalidSettings.of(setting, text, rule);
  }
}
