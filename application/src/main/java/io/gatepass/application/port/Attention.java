package io.gatepass.application.port;

import io.gatepass.domain.oauth.Issuer;

/**
 * Gets a person's attention where nobody looks at this process's output: a desktop notification,
 * where there is a desktop. Never a reason to fail or to wait.
 */
public interface Attention {
  /** Says that a person is needed to sign in; no address, no secret. */
  void signInWanted(Issuer issuer);
}
