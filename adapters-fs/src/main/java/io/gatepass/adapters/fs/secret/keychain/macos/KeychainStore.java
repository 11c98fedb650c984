package io.gatepass.adapters.fs.secret.keychain.macos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.secret.keychain.Functions;
import io.gatepass.adapters.fs.secret.keychain.KeychainFailures;
import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import io.gatepass.adapters.fs.secret.keychain.TimeLimit;
import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The keychain on macOS: a secret is a generic password of the service {@code gatepass} in the
 * user's default keychain, its account the key. Whether a key is there can be answered while the
 * keychain is locked. Nothing native is loaded before the first call.
 */
public final class KeychainStore implements SecretStore {
  /** Security.framework brings the symbols of CoreFoundation with it. */
  private static final String FRAMEWORK = "/System/Library/Frameworks/Security.framework/Security";

  private final Supplier<Functions> framework;
  private final String service;
  private final boolean mayUnlock;
  private final TimeLimit answerLimit = new TimeLimit(TimeLimit.ANSWER);
  private final TimeLimit promptLimit = new TimeLimit(TimeLimit.PROMPT);

  /**
   * The user's default keychain.
   *
   * @param mayUnlock whether a person is there who can be asked for the keychain's password
   */
  public KeychainStore(boolean mayUnlock) {
    this(KeychainStore::loadFramework, "gatepass", mayUnlock);
  }

  KeychainStore(Supplier<Functions> framework, String service, boolean mayUnlock) {
    this.framework = framework;
    this.service = service;
    this.mayUnlock = mayUnlock;
  }

  @Override
  public Optional<Secret> get(String key) {
    return ask(keychain -> keychain.read(key).flatMap(KeychainStore::secret));
  }

  @Override
  public void put(String key, Secret secret) {
    boolean _ =
        ask(keychain -> {
          byte[] bytes = secret.reveal().getBytes(UTF_8);
          keychain.write(key, "gatepass: " + key, bytes);
          Arrays.fill(bytes, (byte) 0);
          return true;
        });
  }

  @Override
  public void delete(String key) {
    boolean _ =
        ask(keychain -> {
          keychain.delete(key);
          return true;
        });
  }

  @Override
  public List<String> list(String prefix) {
    return ask(Keychain::accounts).stream().filter(key -> key.startsWith(prefix)).sorted().toList();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities("keychain", true, true, "");
  }

  /** Asks, and where it is locked and a person is there, asks again and lets macOS prompt. */
  private <T> T ask(Function<Keychain, T> question) {
    try {
      return answerLimit.run(() -> visit(false, question), () -> {});
    } catch (SecretStoreUnavailable e) {
      if (!mayUnlock || e.reason() != SecretStoreUnavailable.Reason.LOCKED) {
        throw e;
      }
      return promptLimit.run(() -> visit(true, question), () -> {});
    }
  }

  private <T> T visit(boolean mayPrompt, Function<Keychain, T> question) {
    try (Keychain keychain = new Keychain(framework.get(), service)) {
      keychain.allowPrompts(mayPrompt);
      return question.apply(keychain);
    }
  }

  private static Optional<Secret> secret(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    Arrays.fill(bytes, (byte) 0);
    return Optional.of(text).filter(it -> !it.isEmpty()).map(Secret::of);
  }

  static Functions loadFramework() {
    return NativeLibrary.load(FRAMEWORK)
        .orElseThrow(() ->
            KeychainFailures.absent(
                "Security.framework cannot be loaded", "Run gatepass on macOS"));
  }
}
