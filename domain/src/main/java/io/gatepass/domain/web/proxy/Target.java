package io.gatepass.domain.web.proxy;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server that is to be reached.
 *
 * @param host its name in lower case without a dot at the end, or its address without brackets
 * @param port its port, also where the address leaves it out
 */
record Target(String host, int port) {
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

  static Target of(URI server) {
    boolean https = "https".equalsIgnoreCase(server.getScheme());
    int standard = https ? 443 : 80;
    return new Target(
        normal(String.valueOf(server.getHost())),
        server.getPort() < 0 ? standard : server.getPort());
  }

  /** A host in the form in which hosts are compared. */
  static String normal(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String bare =
        lower.startsWith("[") && lower.endsWith("]")
            ? lower.substring(1, lower.length() - 1)
            : lower;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }

  /** The address, if the text is one: a name is never looked up. */
  static Optional<InetAddress> address(String host) {
    if (!host.contains(":") && !IPV4.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      // Looks like an address and is none, as 1.2.3.400: a name then, which nobody has.
      return Optional.empty();
    }
  }

  /** {@code localhost} and what is below it (RFC 6761 §6.3), 127.0.0.0/8 and ::1. */
  boolean isThisMachine() {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }
}
