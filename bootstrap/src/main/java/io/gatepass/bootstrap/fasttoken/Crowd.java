package io.gatepass.bootstrap.fasttoken;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.session.Forerunner;
import io.gatepass.adapters.fs.session.Launch;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Many tools find no token at once. One goes for it by the whole program, and the others wait here,
 * where waiting costs nearly nothing, for as long as that one runs.
 */
final class Crowd {
  private static final long FIRST_PAUSE = 10;
  private static final long LONGEST_PAUSE = 80;

  private final Forerunner forerunner;

  Crowd(FileLocks locks, Path memory, CredentialScope scope) {
    this.forerunner = new Forerunner(locks, memory, scope);
  }

  /** What the other gets; nothing where there is no other, or it gets nothing. */
  Optional<AccessToken> await(Launch launch, Supplier<Optional<AccessToken>> token) {
    if (!forerunner.isAheadOf(launch.process())) {
      return Optional.empty();
    }
    Optional<AccessToken> found = token.get();
    for (long pause = FIRST_PAUSE; found.isEmpty(); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      boolean last = !forerunner.isRunning();
      found = token.get();
      if (last) {
        return found;
      }
      pause(pause);
    }
    return found;
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageFailed("The wait for a token was interrupted.", "Run gatepass token.", e);
    }
  }
}
