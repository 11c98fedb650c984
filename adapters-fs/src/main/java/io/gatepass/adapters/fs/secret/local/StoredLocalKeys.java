package io.gatepass.adapters.fs.secret.local;

import io.gatepass.adapters.fs.file.FileLock;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SecretStore.Capabilities;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.oauth.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * The local key under {@code gatepass/local-key} in the secret store: 32 random bytes in base64url
 * (RFC 4648 section 5) without padding. A lock sees to it that two setups make one key, and that of
 * two rotations one waits for the other.
 */
public final class StoredLocalKeys implements LocalKeys {
  private static final String KEY = "gatepass/local-key";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int BYTES = 32;

  private final SecretStore secrets;
  private final FileLocks locks;
  private final SecureRandom random;

  /** Keeps the key in that store. */
  public StoredLocalKeys(SecretStore secrets, FileLocks locks, SecureRandom random) {
    this.secrets = secrets;
    this.locks = locks;
    this.random = random;
  }

  @Override
  public Optional<Secret> find() {
    return secrets.get(KEY);
  }

  @Override
  public Secret obtain() {
    return find().orElseGet(this::obtainAlone);
  }

  @Override
  public void forget() {
    if (find().isPresent()) {
      secrets.delete(KEY);
    }
  }

  @Override
  public Replacement replace() {
    requireDurable();
    return new StoredReplacement(lock());
  }

  private Secret obtainAlone() {
    try (FileLock _ = lock()) {
      return find().orElseGet(this::make);
    }
  }

  private FileLock lock() {
    return locks.acquire("local-key", PATIENCE).orElseThrow(StoredLocalKeys::busy);
  }

  private Secret make() {
    requireDurable();
    Secret key = fresh();
    secrets.put(KEY, key);
    return key;
  }

  private Secret fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The next key, and the lock under which it is made the key. */
  private final class StoredReplacement implements Replacement {
    private final FileLock lock;
    private final Secret key = fresh();
    private Optional<Secret> before = Optional.empty();

    StoredReplacement(FileLock lock) {
      this.lock = lock;
    }

    @Override
    public Secret key() {
      return key;
    }

    @Override
    public void keep() {
      before = find();
      secrets.put(KEY, key);
    }

    @Override
    public void takeBack() {
      before.ifPresentOrElse(it -> secrets.put(KEY, it), StoredLocalKeys.this::forget);
    }

    @Override
    public void close() {
      lock.close();
    }
  }

  private void requireDurable() {
    Capabilities store = secrets.capabilities();
    if (!store.writable() || !store.durable()) {
      throw new SecretStoreUnavailable(
          Reason.READ_ONLY,
          "The secret store \"" + store.provider() + "\" cannot keep the local proxy's key.",
          "Choose another store with secrets.provider and run gatepass setup again.");
    }
  }

  private static StorageFailed busy() {
    return new StorageFailed(
        "Another gatepass is making or replacing the local proxy's key and does not finish.",
        "Run the command again when that one has finished.");
  }
}
