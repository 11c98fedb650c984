package io.gatepass.application.usecase;

import io.gatepass.application.port.GatewayProbe;
import io.gatepass.application.port.KnownPathPrefixes;
import io.gatepass.domain.settings.Connection;

/**
 * Completes a connection by the path prefix of Anthropic's API: the configured one, else the
 * gateway's answer, else the last known one, else none.
 */
final class FindPathPrefix {
  private final GatewayProbe probe;
  private final KnownPathPrefixes known;

  FindPathPrefix(GatewayProbe probe, KnownPathPrefixes known) {
    this.probe = probe;
    this.known = known;
  }

  Connection complete(Connection connection) {
    if (connection.anthropic().pathPrefix().isPresent()) {
      return connection;
    }
    return connection.withAnthropicPathPrefix(
        probe
            .anthropicPathPrefix(connection)
            .or(() -> known.find(connection.gateway()))
            .orElse(""));
  }
}
