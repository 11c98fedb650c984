package io.gatepass.application.port;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.oauth.Secret;
import java.util.Optional;

/**
 * This installation's local key: the static key that tools hold who can hold no other, and that the
 * loopback proxy swaps for a token. 256 random bits, made when it is first asked for; worth nothing
 * on any other machine.
 */
public interface LocalKeys {
  /**
   * The key, if there is one.
   *
   * @throws SecretStoreUnavailable if the secret store does not answer
   */
  Optional<Secret> find();

  /**
   * The key, made and kept durably where there is none; the same at every call until it is
   * forgotten, from every process.
   *
   * @throws SecretStoreUnavailable if it cannot be kept
   * @throws StorageFailed if another gatepass is making it and does not finish
   */
  Secret obtain();

  /**
   * Forgets the key; no complaint where there is none.
   *
   * @throws SecretStoreUnavailable if the secret store cannot be written
   */
  void forget();
}
