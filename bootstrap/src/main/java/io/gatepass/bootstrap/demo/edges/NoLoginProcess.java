package io.gatepass.bootstrap.demo.edges;

import io.gatepass.application.port.LoginProcess;
import io.gatepass.domain.gateway.CredentialScope;

/** Starts no process, so that the demo signs in by itself. */
final class NoLoginProcess implements LoginProcess {
  @Override
  public boolean start(CredentialScope scope) {
    return false;
  }

  @Override
  public void becomeIndependent() {}
}
