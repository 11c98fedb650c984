package io.gatepass.adapters.fs.secret.keychain;

import io.gatepass.application.port.SecretStore;

/** A keychain of the operating system that a test has for itself. */
public interface RealKeychain extends AutoCloseable {
  /** A store on it; each call opens it anew. */
  SecretStore store();

  /** Ends it, or takes out what the test has left. */
  @Override
  void close();
}
