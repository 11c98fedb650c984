package io.gatepass.adapters.fs.secret;

import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Optional;

/** A keychain that cannot be reached, for a reason that is known without trying. */
final class AbsentKeychain implements SecretStore {
  private final SecretStoreUnavailable why;

  AbsentKeychain(SecretStoreUnavailable why) {
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
    return new Capabilities("keychain", false, false, why.what() + " " + why.remedy());
  }
}
