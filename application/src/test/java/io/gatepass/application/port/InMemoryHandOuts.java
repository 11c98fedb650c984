package io.gatepass.application.port;

import io.gatepass.domain.gateway.CredentialScope;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Hand-outs in memory. The program that asks is the one that was named last. */
public final class InMemoryHandOuts implements HandOuts {
  private final Map<String, Instant> handOuts = new ConcurrentHashMap<>();
  private final Map<CredentialScope, Instant> renewals = new ConcurrentHashMap<>();
  private volatile String asker = "a tool";

  /** From now on it is this program that asks. */
  public InMemoryHandOuts askedBy(String program) {
    asker = program;
    return this;
  }

  @Override
  public Optional<Instant> latest(CredentialScope scope) {
    return Optional.ofNullable(handOuts.get(key(scope)));
  }

  @Override
  public void remember(CredentialScope scope, Instant at) {
    handOuts.put(key(scope), at);
  }

  @Override
  public Optional<Instant> latestRenewal(CredentialScope scope) {
    return Optional.ofNullable(renewals.get(scope));
  }

  @Override
  public void rememberRenewal(CredentialScope scope, Instant at) {
    renewals.put(scope, at);
  }

  private String key(CredentialScope scope) {
    return scope.id() + " " + asker;
  }
}
