package io.gatepass.application.port;

import io.gatepass.domain.gateway.CredentialScope;

/** A process that signs the user in and that nobody who kills this one kills with it. */
public interface LoginProcess {
  /**
   * Starts one and waits until its redirect listener listens, or until it has ended. It reads the
   * same settings as this process.
   *
   * @return whether one could be started
   */
  boolean start(CredentialScope scope);

  /**
   * Makes this process, which was started by another one's {@link #start}, independent of it: its
   * terminal's end and its process group's signals do not reach this one any more.
   */
  void becomeIndependent();
}
