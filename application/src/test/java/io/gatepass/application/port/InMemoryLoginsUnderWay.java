package io.gatepass.application.port;

import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logins under way among the threads of one process. */
public final class InMemoryLoginsUnderWay implements LoginsUnderWay {
  private final Map<CredentialScope, Login> logins = new HashMap<>();
  private final Map<CredentialScope, Ending> endings = new HashMap<>();

  @Override
  public synchronized Optional<Turn> begin(CredentialScope scope) {
    if (logins.containsKey(scope)) {
      return Optional.empty();
    }
    endings.remove(scope);
    Login login = new Login(scope);
    logins.put(scope, login);
    return Optional.of(login);
  }

  @Override
  public synchronized Optional<Progress> find(CredentialScope scope) {
    return Optional.ofNullable(logins.get(scope)).map(login -> login.progress);
  }

  @Override
  public synchronized boolean awaitEnd(CredentialScope scope, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (logins.containsKey(scope)) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  @Override
  public synchronized Optional<Ending> ending(CredentialScope scope) {
    return Optional.ofNullable(endings.get(scope));
  }

  @Override
  public synchronized void askForPage(CredentialScope scope, Instant at) {
    Optional.ofNullable(logins.get(scope)).ifPresent(login -> login.asked = at);
  }

  @Override
  public synchronized void cancel(CredentialScope scope) {
    Optional.ofNullable(logins.get(scope)).ifPresent(login -> login.cancelled = true);
  }

  /** As if the process that runs the login were killed. */
  public synchronized void kill(CredentialScope scope) {
    logins.remove(scope);
    notifyAll();
  }

  private synchronized void end(Login login) {
    if (logins.remove(login.scope, login)) {
      notifyAll();
    }
  }

  private synchronized void leave(Login login, Ending ending) {
    if (logins.get(login.scope) == login) {
      endings.put(login.scope, ending);
    }
  }

  private final class Login implements Turn {
    private final CredentialScope scope;
    private volatile Progress progress = new Progress(Instant.EPOCH, Optional.empty());
    private volatile @Nullable Instant asked;
    private volatile boolean cancelled;

    private Login(CredentialScope scope) {
      this.scope = scope;
    }

    @Override
    public void publish(Progress published) {
      progress = published;
    }

    @Override
    public Optional<Instant> pageAskedFor() {
      return Optional.ofNullable(asked);
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }

    @Override
    public void leave(Ending ending) {
      InMemoryLoginsUnderWay.this.leave(this, ending);
    }

    @Override
    public void close() {
      end(this);
    }
  }
}
