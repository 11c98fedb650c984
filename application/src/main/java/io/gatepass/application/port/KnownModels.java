package io.gatepass.application.port;

import io.gatepass.domain.gateway.GatewayUrl;
import java.util.List;

/**
 * Remembers the models that a gateway offers, for a setup that cannot ask it. Never a reason to
 * fail: where it cannot be read or written, nothing is remembered.
 */
public interface KnownModels {
  /** The gateway's models, as last learnt from the gateway itself; none where it never said. */
  List<String> find(GatewayUrl gateway);

  /** Remembers a gateway's models in place of those before. */
  void remember(GatewayUrl gateway, List<String> models);
}
