package io.gatepass.adapters.fs.secret.encrypted;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.FileLock;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All secrets in one file, a JWE encrypted with a passphrase, whose content is a JSON object. The
 * passphrase is asked for when the file is first opened or created, and turned into a key once a
 * process. Writers exclude each other by a lock; the file is replaced whole. One that is damaged,
 * or that the passphrase does not open, is never overwritten.
 */
public final class EncryptedFileStore implements SecretStore {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final AtomicFile file;
  private final FileLocks locks;
  private final Passphrases passphrases;
  private final int iterations;
  private @Nullable PasswordKey key;

  /** The secrets in that file, which need not exist. */
  public EncryptedFileStore(AtomicFile file, FileLocks locks, Passphrases passphrases) {
    this(file, locks, passphrases, PasswordKey.ITERATIONS);
  }

  EncryptedFileStore(AtomicFile file, FileLocks locks, Passphrases passphrases, int iterations) {
    this.file = file;
    this.locks = locks;
    this.passphrases = passphrases;
    this.iterations = iterations;
  }

  @Override
  public synchronized Optional<Secret> get(String name) {
    return asSecretStore(() -> Optional.ofNullable(read().get(name)).map(Secret::of));
  }

  @Override
  public synchronized void put(String name, Secret secret) {
    change(secrets -> secrets.put(name, secret.reveal()));
  }

  @Override
  public synchronized void delete(String name) {
    change(secrets -> secrets.remove(name));
  }

  @Override
  public synchronized List<String> list(String prefix) {
    return asSecretStore(
        () -> read().keySet().stream().filter(name -> name.startsWith(prefix)).toList());
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        "encrypted-file",
        true,
        passphrases.arePossible(),
        passphrases.arePossible()
            ? ""
            : "There is no passphrase for the encrypted file. Set GATEPASS_PASSPHRASE or the"
                + " setting secrets.passphraseCommand.");
  }

  private void change(Consumer<Map<String, String>> edit) {
    boolean _ =
        asSecretStore(() -> {
          // Whoever must be asked is asked before the lock is taken.
          Map<String, String> seen = read();
          if (isChangedBy(edit, seen)) {
            PasswordKey _ = key != null ? key : newKey();
            changeLocked(edit);
          }
          return true;
        });
  }

  private static boolean isChangedBy(
      Consumer<Map<String, String>> edit, Map<String, String> secrets) {
    Map<String, String> edited = new TreeMap<>(secrets);
    edit.accept(edited);
    return !edited.equals(secrets);
  }

  private void changeLocked(Consumer<Map<String, String>> edit) {
    try (FileLock _ = locks.acquire(file, PATIENCE)) {
      Map<String, String> secrets = read();
      edit.accept(secrets);
      if (secrets.isEmpty()) {
        file.delete();
      } else {
        write(secrets);
      }
    }
  }

  private Map<String, String> read() {
    Optional<byte[]> bytes = file.read();
    if (bytes.isEmpty()) {
      return new TreeMap<>();
    }
    try {
      PasswordJwe jwe = PasswordJwe.parse(new String(bytes.get(), US_ASCII));
      byte[] content = open(jwe);
      Map<String, String> secrets = FlatJson.parse(content);
      Arrays.fill(content, (byte) 0);
      return secrets;
    } catch (IOException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    }
  }

  private byte[] open(PasswordJwe jwe) throws IOException {
    PasswordKey.Parameters parameters = jwe.parameters();
    if (key != null && key.parameters().equals(parameters)) {
      return jwe.open(key).orElseThrow(() -> wrongPassphrase("in use"));
    }
    Passphrases.Given given = passphrases.toOpen(file.path());
    PasswordKey made = PasswordKey.of(given.secret(), parameters);
    byte[] content = jwe.open(made).orElseThrow(() -> wrongPassphrase(given.source()));
    key = made;
    return content;
  }

  private void write(Map<String, String> secrets) {
    byte[] content = FlatJson.print(secrets);
    PasswordJwe jwe = PasswordJwe.seal(content, key != null ? key : newKey());
    Arrays.fill(content, (byte) 0);
    file.write((jwe.text() + "\n").getBytes(US_ASCII));
  }

  private PasswordKey newKey() {
    PasswordKey made =
        PasswordKey.of(
            passphrases.toCreate(file.path()).secret(), PasswordKey.Parameters.random(iterations));
    key = made;
    return made;
  }

  private SecretStoreUnavailable wrongPassphrase(String source) {
    return new SecretStoreUnavailable(
        Reason.LOCKED,
        "The passphrase " + source + " does not open " + file + ".",
        "Correct the passphrase; if it is lost, delete the file and sign in again.");
  }

  private SecretStoreUnavailable damaged(String how, Exception cause) {
    return new SecretStoreUnavailable(
        Reason.UNREACHABLE,
        "The encrypted file " + file + " is damaged: " + how + ".",
        "Restore it from a backup, or delete it and sign in again.",
        cause);
  }

  private static <T> T asSecretStore(Supplier<T> work) {
    try {
      return work.get();
    } catch (StorageFailed e) {
      throw new SecretStoreUnavailable(Reason.UNREACHABLE, e.what(), e.remedy(), e);
    }
  }
}
