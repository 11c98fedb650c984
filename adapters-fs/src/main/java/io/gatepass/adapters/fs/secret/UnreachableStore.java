package io.gatepass.adapters.fs.secret;

import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Optional;

/** A store that cannot be reached, for a reason that is known without trying. */
final class UnreachableStore implements SecretStore {
  private final String provider;
  private final SecretStoreUnavailable why;

  UnreachableStore(String provider, SecretStoreUnavailable why) {
    this.provider = provider;
    this.why = why;
  }

  @Override
  public Optional<Secret> get(String key) {
    throw why;
  }

  @Override
  public void put(String key, Secret secret) {
    throw why;
  }

  @Override
  public void delete(String key) {
    throw why;
  }

  @Override
  public List<String> list(String prefix) {
    throw why;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(provider, false, false, why.what() + " " + why.remedy());
  }
}
