package io.gatepass.adapters.fs.secret.keychain.macos;

import io.gatepass.adapters.fs.secret.keychain.RealKeychain;
import io.gatepass.application.port.SecretStore;
import java.util.UUID;

/** The user's keychain, under a service that nobody else uses. */
public final class RealMacKeychain implements RealKeychain {
  private final String service = "gatepass test " + UUID.randomUUID();

  @Override
  public SecretStore store() {
    return new KeychainStore(KeychainStore::loadFramework, service, false);
  }

  @Override
  public void close() {
    store().list("").forEach(store()::delete);
  }
}
