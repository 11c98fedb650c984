package io.gatepass.application.port;

import io.gatepass.domain.gateway.GatewayUrl;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Path prefixes in memory. */
public final class InMemoryKnownPathPrefixes implements KnownPathPrefixes {
  private final Map<GatewayUrl, String> prefixes = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(GatewayUrl gateway) {
    return Optional.ofNullable(prefixes.get(gateway));
  }

  @Override
  public void remember(GatewayUrl gateway, String prefix) {
    prefixes.put(gateway, prefix);
  }
}
