package io.gatepass.application.port;

import io.gatepass.domain.gateway.CredentialScope;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Names in memory. */
public final class InMemorySignedInUsers implements SignedInUsers {
  private final Map<CredentialScope, String> users = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(CredentialScope scope) {
    return Optional.ofNullable(users.get(scope));
  }

  @Override
  public void remember(CredentialScope scope, String user) {
    users.put(scope, user);
  }

  @Override
  public void forgetAll() {
    users.clear();
  }
}
