package io.gatepass.application.port;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Optional;

/**
 * A store of secrets by name: a keychain, an encrypted file, the environment. Values to 16 KiB
 * round-trip. Every method may throw {@link SecretStoreUnavailable}: locked, unreachable, silent
 * for 5 seconds, read-only; a locked store is never mistaken for an empty one.
 */
public interface SecretStore {
  /** The secret under that key. */
  Optional<Secret> get(String key);

  /** Keeps a secret durably, in place of the one before. */
  void put(String key, Secret secret);

  /** Forgets a secret; no complaint where there is none. */
  void delete(String key);

  /** The keys that start with the prefix, in order. */
  List<String> list(String prefix);

  /** What this store can do. */
  Capabilities capabilities();

  /**
   * What a store can do.
   *
   * @param provider its name in the settings
   * @param writable whether {@link #put} and {@link #delete} work
   * @param durable whether secrets survive this process
   * @param explanation why secrets do not survive and what to do, or an empty text
   */
  record Capabilities(String provider, boolean writable, boolean durable, String explanation) {}
}
