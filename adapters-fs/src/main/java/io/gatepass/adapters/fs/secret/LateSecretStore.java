package io.gatepass.adapters.fs.secret;

import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store that is chosen when the first secret is asked for. Undoing a setup seldom needs one, and
 * must not fail because the settings that choose it cannot be read.
 */
public final class LateSecretStore implements SecretStore {
  private final Supplier<SecretStore> choice;
  private @Nullable SecretStore chosen;

  /** The store that the choice gives; it is asked once. */
  public LateSecretStore(Supplier<SecretStore> choice) {
    this.choice = choice;
  }

  @Override
  public Optional<Secret> get(String key) {
    return store().get(key);
  }

  @Override
  public void put(String key, Secret secret) {
    store().put(key, secret);
  }

  @Override
  public void delete(String key) {
    store().delete(key);
  }

  @Override
  public List<String> list(String prefix) {
    return store().list(prefix);
  }

  @Override
  public Capabilities capabilities() {
    return store().capabilities();
  }

  private synchronized SecretStore store() {
    SecretStore known = chosen;
    if (known == null) {
      known = choice.get();
      chosen = known;
    }
    return known;
  }
}
