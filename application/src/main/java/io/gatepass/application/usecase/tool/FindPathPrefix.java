package io.gatepass.application.usecase.tool;

import io.gatepass.application.port.GatewayProbe;
import io.gatepass.application.port.KnownPathPrefixes;
import io.gatepass.domain.settings.Connection;
import java.util.Optional;

/**
 * Completes a connection by the path prefix of Anthropic's API: the configured one, else the
 * gateway's answer, else the last known one, else none.
 */
final class FindPathPrefix {
  private final GatewayProbe probe;
  private final KnownPathPrefixes known;

  /**
   * A connection with its path prefix.
   *
   * @param learnt the prefix, where the gateway has just said it
   */
  record Found(Connection connection, Optional<String> learnt) {}

  FindPathPrefix(GatewayProbe probe, KnownPathPrefixes known) {
    this.probe = probe;
    this.known = known;
  }

  Found complete(Connection connection) {
    if (connection.anthropic().pathPrefix().isPresent()) {
      return new Found(connection, Optional.empty());
    }
    Optional<String> learnt = probe.anthropicPathPrefix(connection);
    String prefix = learnt.or(() -> known.find(connection.gateway())).orElse("");
    return new Found(connection.withAnthropicPathPrefix(prefix), learnt);
  }

  /** Remembers what the gateway itself has said, for a setup that cannot ask it. */
  void remember(Found found) {
    found.learnt().ifPresent(prefix -> known.remember(found.connection().gateway(), prefix));
  }
}
