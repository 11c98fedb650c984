package io.gatepass.application.port;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A secret store in memory that can be made to fail. */
public final class InMemorySecretStore implements SecretStore {
  private final ConcurrentSkipListMap<String, Secret> secrets = new ConcurrentSkipListMap<>();
  private volatile @Nullable SecretStoreUnavailable onRead;
  private volatile @Nullable SecretStoreUnavailable onWrite;

  /** Makes every method fail that reads; null heals it. */
  public void failReadsWith(@Nullable SecretStoreUnavailable failure) {
    onRead = failure;
  }

  /** Makes every method fail that writes; null heals it. */
  public void failWritesWith(@Nullable SecretStoreUnavailable failure) {
    onWrite = failure;
  }

  @Override
  public Optional<Secret> get(String key) {
    throwIfSet(onRead);
    return Optional.ofNullable(secrets.get(key));
  }

  @Override
  public void put(String key, Secret secret) {
    throwIfSet(onWrite);
    secrets.put(key, secret);
  }

  @Override
  public void delete(String key) {
    throwIfSet(onWrite);
    secrets.remove(key);
  }

  @Override
  public List<String> list(String prefix) {
    throwIfSet(onRead);
    return secrets.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities("memory", true, true, "");
  }

  private static void throwIfSet(@Nullable SecretStoreUnavailable failure) {
    if (failure != null) {
      throw failure;
    }
  }
}
