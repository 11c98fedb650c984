package io.gatepass.application.port;

import io.gatepass.domain.gateway.GatewayUrl;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Models in memory. */
public final class InMemoryKnownModels implements KnownModels {
  private final Map<GatewayUrl, List<String>> models = new ConcurrentHashMap<>();

  @Override
  public List<String> find(GatewayUrl gateway) {
    return models.getOrDefault(gateway, List.of());
  }

  @Override
  public void remember(GatewayUrl gateway, List<String> learnt) {
    models.put(gateway, List.copyOf(learnt));
  }
}
