package io.gatepass.adapters.fs.secret.keychain.windows;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * Generic credentials of the user who is logged on: a target name and at most 2,560 bytes each.
 * Every method throws {@link SecretStoreUnavailable} when Windows reports an error.
 */
interface Credentials {
  /** {@code CRED_MAX_CREDENTIAL_BLOB_SIZE}. */
  int MAX_BYTES = 5 * 512;

  /** The bytes under that name; the caller wipes them. */
  Optional<byte[]> read(String target);

  /** Keeps bytes under that name in place of those before, in one step. */
  void write(String target, byte[] bytes);

  /** Removes a credential; no complaint where there is none. */
  void delete(String target);

  /** The names that start with the prefix. */
  List<String> list(String prefix);
}
