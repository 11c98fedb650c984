package io.gatepass.adapters.fs.secret;

import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Optional;

/**
 * A store that never keeps anything and says why. The tokens of the environment, which come before
 * every store, are not its business.
 */
final class ReadOnlySecretStore implements SecretStore {
  private final String provider;
  private final Reason reason;
  private final String why;
  private final String remedy;

  private ReadOnlySecretStore(String provider, Reason reason, String why, String remedy) {
    this.provider = provider;
    this.reason = reason;
    this.why = why;
    this.remedy = remedy;
  }

  /** The provider {@code environment}: what there is comes by variables and is never stored. */
  static SecretStore environment() {
    return new ReadOnlySecretStore(
        "environment",
        Reason.READ_ONLY,
        "The secret store \"environment\" is read-only.",
        "Set GATEPASS_ACCESS_TOKEN or GATEPASS_REFRESH_TOKEN, or choose another secrets.provider.");
  }

  /** No store where none can be reached. */
  static SecretStore none(SecretStoreUnavailable why) {
    return new ReadOnlySecretStore("none", why.reason(), why.what(), why.remedy());
  }

  @Override
  public Optional<Secret> get(String key) {
    return Optional.empty();
  }

  @Override
  public void put(String key, Secret secret) {
    throw new SecretStoreUnavailable(reason, why, remedy);
  }

  /** Nothing is there that could be deleted. */
  @Override
  public void delete(String key) {}

  @Override
  public List<String> list(String prefix) {
    return List.of();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(provider, false, false, why + " " + remedy);
  }
}
