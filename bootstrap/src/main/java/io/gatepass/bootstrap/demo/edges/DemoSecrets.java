package io.gatepass.bootstrap.demo.edges;

import io.gatepass.adapters.fs.secret.MemorySecretStore;
import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Optional;

/**
 * Secrets in memory that outlive each command of the demo, as a keychain's outlive each process. So
 * it does not warn that a sign-in will be forgotten, as plain memory must.
 */
final class DemoSecrets implements SecretStore {
  private final SecretStore memory = new MemorySecretStore();

  @Override
  public Optional<Secret> get(String key) {
    return memory.get(key);
  }

  @Override
  public void put(String key, Secret secret) {
    memory.put(key, secret);
  }

  @Override
  public void delete(String key) {
    memory.delete(key);
  }

  @Override
  public List<String> list(String prefix) {
    return memory.list(prefix);
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities("memory", true, true, "");
  }
}
