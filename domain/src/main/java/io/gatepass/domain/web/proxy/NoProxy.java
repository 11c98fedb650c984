package io.gatepass.domain.web.proxy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The servers that are reached without a proxy: {@code NO_PROXY}, separated by commas or spaces. An
 * entry is {@code *} for all, a name for itself and everything below it (with or without a dot or
 * {@code *.} in front), an address, or a range of addresses in CIDR notation; a name or an address
 * may have a port. What is none of these holds no server.
 */
final class NoProxy {
  private final List<Entry> entries;

  private NoProxy(List<Entry> entries) {
    this.entries = entries;
  }

  /** One of the list. */
  private interface Entry {
    boolean holds(Target target);
  }

  static NoProxy parse(String list) {
    return new NoProxy(
        Arrays.stream(list.split("[,\\s]+", -1))
            .filter(text -> !text.isEmpty())
            .map(NoProxy::entry)
            .toList());
  }

  boolean holds(Target target) {
    return entries.stream().anyMatch(entry -> entry.holds(target));
  }

  private static Entry entry(String text) {
    if (text.equals("*")) {
      return _ -> true;
    }
    if (text.contains("/")) {
      return range(text);
    }
    // More than one colon without brackets: an IPv6 address, which then has no port.
    int colon = text.indexOf(':') == text.lastIndexOf(':') ? text.indexOf(':') : portOfIpv6(text);
    return colon < 0
        ? host(text, OptionalInt.empty())
        : host(text.substring(0, colon), port(text.substring(colon + 1)));
  }

  private static int portOfIpv6(String text) {
    int colon = text.lastIndexOf("]:");
    return colon < 0 ? -1 : colon + 1;
  }

  /** What is no port holds no server, rather than the server on every port. */
  private static OptionalInt port(String text) {
    return OptionalInt.of(text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1);
  }

  private static Entry host(String text, OptionalInt port) {
    String host = Target.normal(text.replaceFirst("^\\*?\\.", ""));
    Optional<InetAddress> address = Target.address(host);
    return target ->
        (port.isEmpty() || port.getAsInt() == target.port())
            && Target.address(target.host()).equals(address)
            && (address.isPresent() || isAtOrBelow(host, target.host()));
  }

  private static boolean isAtOrBelow(String domain, String host) {
    return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
  }

  private static Entry range(String text) {
    int slash = text.indexOf('/');
    String bits = text.substring(slash + 1);
    Optional<InetAddress> network = Target.address(Target.normal(text.substring(0, slash)));
    return target ->
        bits.matches("[0-9]{1,3}")
            && network.isPresent()
            && Target.address(target.host())
                .filter(it -> isWithin(network.get(), Integer.parseInt(bits), it))
                .isPresent();
  }

  private static boolean isWithin(InetAddress network, int bits, InetAddress address) {
    byte[] range = network.getAddress();
    byte[] one = address.getAddress();
    if (range.length != one.length || bits > 8 * range.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((range[bit / 8] & mask) != (one[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
