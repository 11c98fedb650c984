package io.gatepass.application.port;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import java.util.Optional;

/** A local key in memory: predictable, another one each time, and unavailable to order. */
public final class InMemoryLocalKeys implements LocalKeys {
  private Optional<Secret> key = Optional.empty();
  private Optional<SecretStoreUnavailable> failure = Optional.empty();
  private int made;

  /** Makes every call fail. */
  public void failWith(SecretStoreUnavailable cause) {
    failure = Optional.of(cause);
  }

  @Override
  public Optional<Secret> find() {
    failIfOrdered();
    return key;
  }

  @Override
  public Secret obtain() {
    failIfOrdered();
    Secret secret = key.orElseGet(this::another);
    key = Optional.of(secret);
    return secret;
  }

  @Override
  public void forget() {
    failIfOrdered();
    key = Optional.empty();
  }

  @Override
  public Replacement replace() {
    failIfOrdered();
    return new InMemoryReplacement(another(), key);
  }

  private Secret another() {
    return Secret.of("local-key-".repeat(4) + ++made);
  }

  private final class InMemoryReplacement implements Replacement {
    private final Secret fresh;
    private final Optional<Secret> before;

    InMemoryReplacement(Secret fresh, Optional<Secret> before) {
      this.fresh = fresh;
      this.before = before;
    }

    @Override
    public Secret key() {
      return fresh;
    }

    @Override
    public void keep() {
      failIfOrdered();
      key = Optional.of(fresh);
    }

    @Override
    public void takeBack() {
      failIfOrdered();
      key = before;
    }

    @Override
    public void close() {}
  }

  private void failIfOrdered() {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
