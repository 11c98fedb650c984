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

  /**
   * Makes another key to take the key's place. Nobody else replaces the key until this is closed.
   *
   * @throws SecretStoreUnavailable if the secret store cannot keep a key
   * @throws StorageFailed if another gatepass is making or replacing it and does not finish
   */
  Replacement replace();

  /** A key that has been made to take the place of the one before. */
  interface Replacement extends AutoCloseable {
    /** The new key; until it is kept nobody knows it. */
    Secret key();

    /**
     * Keeps the new key durably in place of the one before.
     *
     * @throws SecretStoreUnavailable if it cannot be kept; the one before stays
     */
    void keep();

    /**
     * Puts the key before back, or forgets the new one where there was none.
     *
     * @throws SecretStoreUnavailable if the secret store cannot be written; the new one stays
     */
    void takeBack();

    @Override
    void close();
  }
}
