package io.gatepass.application.usecase.proxy;

import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.LoginRequired;
import io.gatepass.domain.oauth.AccessToken;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One attempt at a token, in a thread of its own, for all who wait for it. */
final class Fetch implements Runnable {
  private final TokenSource source;
  private final Optional<AccessToken> rejected;
  private final Consumer<Optional<AccessToken>> done;
  private final CompletableFuture<AccessToken> result = new CompletableFuture<>();
  private volatile boolean waitsForPerson;

  /**
   * Prepares it.
   *
   * @param rejected a token that the gateway has turned away
   * @param done is told the result before those who wait are
   */
  Fetch(TokenSource source, Optional<AccessToken> rejected, Consumer<Optional<AccessToken>> done) {
    this.source = source;
    this.rejected = rejected;
    this.done = done;
  }

  Optional<AccessToken> rejected() {
    return rejected;
  }

  /** The token, or the {@link GatepassException} for which there is none. */
  CompletableFuture<AccessToken> result() {
    return result;
  }

  /** Whether a sign-in is under way. */
  boolean waitsForPerson() {
    return waitsForPerson;
  }

  @Override
  public void run() {
    try {
      AccessToken token = obtain();
      done.accept(Optional.of(token));
      result.complete(token);
    } catch (GatepassException e) {
      done.accept(Optional.empty());
      result.completeExceptionally(e);
    } finally {
      // A bug must not leave anybody waiting; the thread's own handler reports it.
      if (!result.isDone()) {
        done.accept(Optional.empty());
        result.cancel(false);
      }
    }
  }

  private AccessToken obtain() {
    try {
      return source.withoutLogin(rejected);
    } catch (LoginRequired e) {
      // From here on it takes a person, and as long as a person takes.
      waitsForPerson = true;
      return source.withLogin(rejected);
    }
  }
}
