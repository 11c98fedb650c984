package io.gatepass.application.port;

import io.gatepass.domain.gateway.GatewayUrl;
import java.util.Optional;

/**
 * Remembers where a gateway serves Anthropic's API, for a setup that cannot ask it. Never a reason
 * to fail: where it cannot be read or written, nothing is remembered.
 */
public interface KnownPathPrefixes {
  /** The gateway's path prefix, as last learnt from the gateway itself. */
  Optional<String> find(GatewayUrl gateway);

  /** Remembers a gateway's path prefix in place of the one before. */
  void remember(GatewayUrl gateway, String prefix);
}
