package io.gatepass.e2e.survival.mortal;

import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A keychain that outlives the mortal processes which use it. */
public final class MortalSecrets implements SecretStore {
  private final Map<String, Secret> secrets = new TreeMap<>();

  /** What it holds. */
  public Map<String, Secret> content() {
    return Map.copyOf(secrets);
  }

  /** Holds this from now on. */
  public void restore(Map<String, Secret> content) {
    secrets.clear();
    secrets.putAll(content);
  }

  @Override
  public Optional<Secret> get(String key) {
    return Optional.ofNullable(secrets.get(key));
  }

  @Override
  public void put(String key, Secret secret) {
    Mortality.call("keep secret " + key);
    secrets.put(key, secret);
  }

  @Override
  public void delete(String key) {
    if (secrets.containsKey(key)) {
      Mortality.call("forget secret " + key);
      secrets.remove(key);
    }
  }

  @Override
  public List<String> list(String prefix) {
    return secrets.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities("keychain", true, true, "");
  }
}
