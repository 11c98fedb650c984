package io.gatepass.application.port;

import io.gatepass.domain.gateway.CredentialScope;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Refusals in memory. */
public final class InMemoryRefusedLogins implements RefusedLogins {
  private final Map<CredentialScope, Refusal> refusals = new ConcurrentHashMap<>();

  @Override
  public Optional<Refusal> latest(CredentialScope scope) {
    return Optional.ofNullable(refusals.get(scope));
  }

  @Override
  public void remember(CredentialScope scope, Refusal refusal) {
    refusals.put(scope, refusal);
  }

  @Override
  public void forget(CredentialScope scope) {
    refusals.remove(scope);
  }
}
