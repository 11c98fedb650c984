package io.gatepass.adapters.oidc.http;

import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A limit for everything together, name look-up, several requests and slow drips of bytes included,
 * which the limits of a single read cannot give.
 *
 * @param duration the limit
 */
public record TimeLimit(Duration duration) {
  /** 15 seconds: what a tool that waits for a refresh is asked to bear. */
  public static final TimeLimit USUAL = new TimeLimit(Duration.ofSeconds(15));

  /** Work at the issuer. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T done() throws IOException;
  }

  /**
   * Does the work on a thread of its own, which is interrupted at the limit; a read from a
   * connection ends when the caller closes its client. It is no virtual thread: when the JVM ends,
   * it waits 0.3 s for the thread that polls for those. docs/adr/0036
   *
   * @return what the work returns; what it throws is passed on
   * @throws IssuerUnreachable at the limit, and in place of an {@code IOException} of the work
   */
  public <T> T spentOn(Issuer issuer, Work<T> work) {
    FutureTask<T> task = new FutureTask<>(work::done);
    Thread.ofPlatform().daemon().name("gatepass-issuer").start(task);
    try {
      return task.get(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw Unreachable.answered(issuer, "did not answer within " + duration.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Unreachable.answered(issuer, "was not waited for, because gatepass is ending");
    } catch (ExecutionException e) {
      throw passedOn(issuer, e);
    } finally {
      task.cancel(true);
    }
  }

  private static RuntimeException passedOn(Issuer issuer, ExecutionException e) {
    return switch (e.getCause()) {
      case IOException io -> Unreachable.because(issuer, io);
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case null, default -> new CancellationException("the work ended without a result");
    };
  }
}
