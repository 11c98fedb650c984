package io.gatepass.adapters.fs.tool.override;

import io.gatepass.domain.platform.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells when a company's proxy would get the calls that are meant for the loopback proxy. */
public final class LoopbackProxyNote {
  private static final List<String> EXEMPT = List.of("*", "127.0.0.1", "127.0.0.0/8", "127.*");

  private LoopbackProxyNote() {}

  /** What to tell of a tool that is to call the loopback proxy; nothing where nothing is amiss. */
  public static Optional<String> of(String tool, Platform platform) {
    return Stream.of("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy")
        .filter(name -> platform.variable(name).isPresent())
        .findFirst()
        .filter(_ -> !isExempt(platform))
        .map(name ->
            ("%s is set in the environment, and NO_PROXY does not name 127.0.0.1:"
                    + " %s then does not reach gatepass. Set NO_PROXY=127.0.0.1.")
                .formatted(name, tool));
  }

  private static boolean isExempt(Platform platform) {
    return Stream.of("NO_PROXY", "no_proxy")
        .flatMap(name -> platform.variable(name).stream())
        .flatMap(hosts -> Arrays.stream(hosts.split("[,\\s]+")))
        .anyMatch(EXEMPT::contains);
  }
}
