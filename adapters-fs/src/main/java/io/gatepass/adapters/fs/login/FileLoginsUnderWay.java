package io.gatepass.adapters.fs.login;

import io.gatepass.adapters.fs.file.FileLock;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.application.port.LoginsUnderWay;
import io.gatepass.domain.gateway.CredentialScope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Logins in the state directory. Whoever runs one holds a lock, which the system releases when its
 * process dies, and writes {@code login-<scope>.json}; the others read it, and leave their wishes
 * in {@code login-<scope>.page.json} and {@code login-<scope>.end.json}.
 */
public final class FileLoginsUnderWay implements LoginsUnderWay {
  /** Those who look whether the lock is held hold it for a moment themselves. */
  private static final Duration PAST_THE_LOOKERS = Duration.ofSeconds(2);

  private static final Duration LOOK = Duration.ofMillis(20);

  private final FileLocks locks;
  private final Path directory;
  private final InstantSource clock;

  /** Keeps its files in the state directory, and its locks where the others are. */
  public FileLoginsUnderWay(FileLocks locks, Path stateDirectory, InstantSource clock) {
    this.locks = locks;
    this.directory = stateDirectory;
    this.clock = clock;
  }

  @Override
  public Optional<Turn> begin(CredentialScope scope) {
    if (find(scope).isPresent()) {
      return Optional.empty();
    }
    return locks.acquire(lock(scope), PAST_THE_LOOKERS).map(held -> turn(scope, held));
  }

  @Override
  public Optional<Progress> find(CredentialScope scope) {
    return files(scope)
        .underWay()
        .filter(login -> login.isOfARunningProcess() && isHeld(scope))
        .map(LoginFiles.Login::progress);
  }

  @Override
  public boolean awaitEnd(CredentialScope scope, Duration patience) {
    Optional<FileLock> held = locks.acquire(lock(scope), patience);
    held.ifPresent(FileLock::close);
    return held.isPresent();
  }

  @Override
  public Optional<Ending> ending(CredentialScope scope) {
    return files(scope).ending();
  }

  @Override
  public void askForPage(CredentialScope scope, Instant at) {
    files(scope).askForPage(at);
  }

  @Override
  public void cancel(CredentialScope scope) {
    files(scope).cancel();
  }

  private Turn turn(CredentialScope scope, FileLock held) {
    LoginFiles files = files(scope);
    files.begin(clock.instant());
    return new HeldTurn(files, held);
  }

  private boolean isHeld(CredentialScope scope) {
    Optional<FileLock> free = locks.acquire(lock(scope), LOOK);
    free.ifPresent(FileLock::close);
    return free.isEmpty();
  }

  private LoginFiles files(CredentialScope scope) {
    return new LoginFiles(directory, scope);
  }

  private static String lock(CredentialScope scope) {
    return "signin-" + scope.id();
  }

  private record HeldTurn(LoginFiles files, FileLock lock) implements Turn {
    @Override
    public void publish(Progress progress) {
      files.publish(progress);
    }

    @Override
    public Optional<Instant> pageAskedFor() {
      return files.pageAskedFor();
    }

    @Override
    public boolean isCancelled() {
      return files.isCancelled();
    }

    @Override
    public void leave(Ending ending) {
      files.leave(ending);
    }

    @Override
    public void close() {
      lock.close();
    }
  }
}
