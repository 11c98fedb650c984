package io.gatepass.adapters.fs.secret.keychain;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs a call that may hang for ever on a thread of its own and stops waiting after a time. The
 * thread does not keep the process alive.
 */
public final class TimeLimit {
  /** How long a keychain may take to answer. */
  public static final Duration ANSWER = Duration.ofSeconds(5);

  /** How long a person may take to type the keychain's password. */
  public static final Duration PROMPT = Duration.ofMinutes(2);

  private final Duration limit;

  /** A limit. */
  public TimeLimit(Duration limit) {
    this.limit = limit;
  }

  /**
   * Runs the call and waits for its result.
   *
   * @param call what may hang
   * @param giveUp told when nobody waits any longer, so that the call can be stopped
   * @throws SecretStoreUnavailable with reason TIMED_OUT if there is no result in time, or the
   *     waiting thread is interrupted
   */
  public <T> T run(Supplier<T> call, Runnable giveUp) {
    FutureTask<T> task = new FutureTask<>(call::get);
    Thread.ofPlatform().daemon().name("gatepass-keychain").start(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      giveUp.run();
      throw KeychainFailures.timedOut(limit);
    } catch (InterruptedException e) {
      giveUp.run();
      Thread.currentThread().interrupt();
      throw KeychainFailures.interrupted();
    } catch (ExecutionException e) {
      throw asThrown(e);
    }
  }

  private static RuntimeException asThrown(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case null, default -> new IllegalStateException("a supplier throws nothing checked", e);
    };
  }
}
