package io.gatepass.domain.gateway;

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
    String scheme = uri.getScheme();
    if (uri.getHost() == null || scheme == null) {
      throw refused(setting, text, "it must be an absolute https:// address");
    }
    if (uri.getRawUserInfo() != null) {
      throw InvalidSettings.withoutValue(setting, "it must not contain a user name or password");
    }
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

  private static void checkScheme(String setting, String text, URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("https")) {
      return;
    }
    if (!scheme.equals("http")) {
      throw refused(setting, text, "it must be an absolute https:// address");
    }
    if (!isLoopback(text)) {
      throw refused(setting, text, "http:// is allowed only for a loopback host; use https://");
    }
  }

  private static URI parse(String setting, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw refused(setting, text, "it is not a valid URL (" + e.getReason() + ")");
    }
  }

  private static InvalidSettings refused(String setting, String text, String rule) {
    return InvalidSettings.of(setting, text, rule);
  }
}
