package io.gatepass.adapters.fs.secret;

import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Secrets in the memory of this process, for tests and the demo. */
public final class MemorySecretStore implements SecretStore {
  private final ConcurrentSkipListMap<String, Secret> secrets = new ConcurrentSkipListMap<>();

  @Override
  public Optional<Secret> get(String key) {
    return Optional.ofNullable(secrets.get(key));
  }

  @Override
  public void put(String key, Secret secret) {
    secrets.put(key, secret);
  }

  @Override
  public void delete(String key) {
    secrets.remove(key);
  }

  @Override
  public List<String> list(String prefix) {
    return secrets.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        "memory",
        true,
        false,
        "The secret store \"memory\" forgets everything when gatepass ends. Set secrets.provider to"
            + " another one, or remove the setting.");
  }
}
