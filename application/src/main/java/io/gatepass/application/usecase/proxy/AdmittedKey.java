package io.gatepass.application.usecase.proxy;

import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.Notices;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.oauth.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The local key that opens the proxy. It may be replaced while the proxy runs: a key that is not
 * known is looked up at once, and the one before ends within seconds.
 */
final class AdmittedKey {
  /** How often a key that is not known makes us ask the store. */
  private static final Duration BETWEEN_LOOKUPS = Duration.ofSeconds(1);

  /** How long a key is taken without asking the store again. */
  private static final Duration BELIEVED = Duration.ofSeconds(5);

  /** After so long a silence the store is asked first: the key may have been replaced long ago. */
  private static final Duration DOUBTED = Duration.ofSeconds(15);

  private final LocalKeys keys;
  private final InstantSource clock;
  private volatile Optional<Secret> key = Optional.empty();
  private volatile Instant readAt = Instant.MIN;

  private AdmittedKey(LocalKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The key, made where there is none. A store in trouble is asked again when a request comes. */
  static AdmittedKey read(LocalKeys keys, Notices notices, InstantSource clock) {
    AdmittedKey admitted = new AdmittedKey(keys, clock);
    try {
      admitted.key = Optional.of(keys.obtain());
      admitted.readAt = clock.instant();
    } catch (GatepassException e) {
      notices.warning("The local key cannot be read yet: " + e.what() + " " + e.remedy());
    }
    return admitted;
  }

  /** Whether that is the key as it was last read; compared in constant time. */
  boolean knows(Secret presented) {
    if (!isKey(presented) || isOlderThan(DOUBTED)) {
      return false;
    }
    if (isOlderThan(BELIEVED)) {
      readAt = clock.instant();
      Thread.startVirtualThread(this::lookUp);
    }
    return true;
  }

  /** Whether that is the key now; waits for the store where it has to be asked. */
  boolean admits(Secret presented) {
    return knows(presented) || (isOlderThan(BETWEEN_LOOKUPS) && isKeyNow(presented));
  }

  private synchronized boolean isKeyNow(Secret presented) {
    // Whoever came first has looked it up for all who wait here.
    if (isOlderThan(BETWEEN_LOOKUPS)) {
      lookUp();
    }
    return isKey(presented);
  }

  private void lookUp() {
    readAt = clock.instant();
    try {
      key = keys.find();
    } catch (GatepassException e) {
      // The store is in trouble, which says nothing about the key: the one we know goes on.
      return;
    }
  }

  private boolean isKey(Secret presented) {
    return key.filter(presented::equals).isPresent();
  }

  /** Also true where the clock has been moved back. */
  private boolean isOlderThan(Duration age) {
    Instant now = clock.instant();
    Instant read = readAt;
    return read.equals(Instant.MIN) || Duration.between(read, now).abs().compareTo(age) >= 0;
  }
}
