package io.gatepass.adapters.fs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.LoginLockContract;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.gateway.CredentialScope;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileLoginLockTest extends LoginLockContract {
  @TempDir Path dir;

  @Override
  protected LoginLock lock() {
    return new FileLoginLock(new FileLocks(dir, System::nanoTime));
  }

  @Override
  protected LoginLock sameLock() {
    return new FileLoginLock(
        new FileLocks(dir.resolve("../" + dir.getFileName()), System::nanoTime));
  }

  @Test
  void refusalSaysHowLongItWaitedAndWhatToDo() {
    CredentialScope scope = new CredentialScope("0123456789abcdef");
    try (LoginLock.Held _ = lock().acquire(scope, Duration.ofSeconds(1))) {
      assertThatExceptionOfType(LoginFailed.class)
          .isThrownBy(() -> lock().acquire(scope, Duration.ZERO))
          .withMessage(
              "Another gatepass is renewing the sign-in and has not finished within 0 seconds.")
          .satisfies(e -> assertThat(e.remedy()).startsWith("Run the command again"));
    }
  }

  @Test
  void lockFileIsNamedAfterTheScope() {
    CredentialScope scope = new CredentialScope("0123456789abcdef");
    lock().acquire(scope, Duration.ofSeconds(1)).close();

    assertThat(dir.resolve("login-" + scope.id() + ".lock")).isEmptyFile();
  }
}
