package io.gatepass.domain.web.proxy;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.platform.Platform;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which servers are reached through which forward proxy, by the variables that curl goes by: {@code
 * https_proxy} for https addresses, {@code http_proxy} for http ones, {@code all_proxy} for both,
 * and {@code no_proxy} for the exceptions; each also in upper case, which is looked at second. This
 * machine is never reached through a proxy.
 */
public final class ForwardProxies {
  private final Platform platform;

  private ForwardProxies(Platform platform) {
    this.platform = platform;
  }

  /** What that environment says; a value is looked at when a connection would need it. */
  public static ForwardProxies of(Platform platform) {
    return new ForwardProxies(platform);
  }

  /**
   * The proxy on the way to that server; empty where the way is direct.
   *
   * @param server an absolute address
   * @throws InvalidSettings if the variable that names the proxy holds none
   */
  public Optional<ForwardProxy> towards(URI server) {
    Target target = Target.of(server);
    if (target.isThisMachine() || NoProxy.parse(variable("no_proxy").orElse("")).holds(target)) {
      return Optional.empty();
    }
    String scheme = server.getScheme().toLowerCase(Locale.ROOT);
    return named(scheme + "_proxy")
        .or(() -> named("all_proxy"))
        .map(name -> ForwardProxy.parse(name, platform.variable(name).orElseThrow()));
  }

  private Optional<String> variable(String name) {
    return named(name).flatMap(platform::variable);
  }

  private Optional<String> named(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .filter(it -> platform.variable(it).isPresent())
        .findFirst();
  }
}
