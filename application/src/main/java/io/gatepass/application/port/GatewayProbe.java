package io.gatepass.application.port;

import io.gatepass.domain.settings.Connection;
import java.util.Optional;

/** Asks the gateway where it serves Anthropic's API. */
public interface GatewayProbe {
  /**
   * The path prefix of Anthropic's API: {@code HEAD <gateway>/anthropic/v1/messages} for at most 5
   * seconds; 401 means {@code /anthropic}, any other answer the empty prefix, but a 5xx nothing: it
   * may come from somebody in front of the gateway.
   *
   * @return the prefix, or nothing where the gateway did not answer
   */
  Optional<String> anthropicPathPrefix(Connection connection);
}
