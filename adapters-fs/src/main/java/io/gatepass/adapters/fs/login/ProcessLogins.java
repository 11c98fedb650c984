package io.gatepass.adapters.fs.login;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.application.port.LoginProcess;
import io.gatepass.application.port.LoginsUnderWay;
import io.gatepass.application.port.LoginsUnderWay.Progress;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code gatepass login --detached} as a process of its own. It has none of our streams and,
 * on Unix, a session of its own, so that neither a tool that kills its helper, nor that helper's
 * process group, nor a closed terminal ends it. What it says goes to a private file.
 */
public final class ProcessLogins implements LoginProcess {
  /** The issuer's discovery, and a slow machine that starts many processes at once. */
  private static final Duration UNTIL_IT_LISTENS = Duration.ofSeconds(60);

  private static final Duration LOOK = Duration.ofMillis(25);

  private final Path executable;
  private final Platform platform;
  private final LoginsUnderWay logins;
  private final Path log;

  /**
   * Processes of that program.
   *
   * @param executable gatepass itself; where it is no absolute path, no process is started
   * @param log what the latest process said
   */
  public ProcessLogins(Path executable, Platform platform, LoginsUnderWay logins, Path log) {
    this.executable = executable;
    this.platform = platform;
    this.logins = logins;
    this.log = log;
  }

  @Override
  public boolean start(CredentialScope scope) {
    if (!executable.isAbsolute() || !Files.isExecutable(executable)) {
      return false;
    }
    try {
      awaitListening(builder().start(), scope);
      return logins.find(scope).isPresent() || logins.ending(scope).isPresent();
    } catch (IOException e) {
      // It cannot be started: then the caller signs the user in itself.
      return false;
    }
  }

  @Override
  public void becomeIndependent() {
    if (platform.os() != Os.WINDOWS) {
      UnixSession.leave();
    }
  }

  private ProcessBuilder builder() {
    return new ProcessBuilder(List.of(executable.toString(), "login", "--detached"))
        .redirectInput(new File(platform.os() == Os.WINDOWS ? "NUL" : "/dev/null"))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(privateLog());
  }

  private Redirect privateLog() {
    try {
      new AtomicFile(log).write(new byte[0]);
      return Redirect.appendTo(log.toFile());
    } catch (StorageFailed e) {
      return Redirect.DISCARD; // nobody needs to read it
    }
  }

  private void awaitListening(Process process, CredentialScope scope) {
    long deadline = System.nanoTime() + UNTIL_IT_LISTENS.toNanos();
    try {
      while (!listens(scope)
          && !process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)
          && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      // Whoever interrupts does not want to wait; the login goes on.
      Thread.currentThread().interrupt();
    }
  }

  private boolean listens(CredentialScope scope) {
    return logins.find(scope).flatMap(Progress::page).isPresent();
  }
}
