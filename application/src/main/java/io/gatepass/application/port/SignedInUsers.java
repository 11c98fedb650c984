package io.gatepass.application.port;

import io.gatepass.domain.gateway.CredentialScope;
import java.util.Optional;

/**
 * Who signed in, by name, so that it can be told without asking the issuer. Personal, but no
 * secret, and never a reason to fail: what cannot be read or written is not known.
 */
public interface SignedInUsers {
  /** The name of who signed in last. */
  Optional<String> find(CredentialScope scope);

  /** Remembers a name in place of the one before. */
  void remember(CredentialScope scope, String user);

  /** Forgets every name of every scope. */
  void forgetAll();
}
