package io.gatepass.adapters.fs.state;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.application.port.LoginLock;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;

/** The login lock as a lock file for each scope of credentials. */
public final class FileLoginLock implements LoginLock {
  private final FileLocks locks;

  /** Keeps its lock files where the others are. */
  public FileLoginLock(FileLocks locks) {
    this.locks = locks;
  }

  @Override
  public Held acquire(CredentialScope scope, Duration patience) {
    return locks
        .acquire("login-" + scope.id(), patience)
        .<Held>map(lock -> lock::close)
        .orElseThrow(() -> busy(patience));
  }

  private static LoginFailed busy(Duration patience) {
    return new LoginFailed(
        LoginFailed.Reason.ABANDONED,
        "Another gatepass is renewing the sign-in and has not finished within "
            + patience.toSeconds()
            + " seconds.",
        "Run the command again in a moment.");
  }
}
