package io.gatepass.adapters.fs.secret;

import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keychain where it can be reached, else another store. Which it is, is found out by the first
 * secret that is asked for, and holds until the process ends. A keychain that is locked or silent
 * is there: what it may hold must not be taken for missing.
 */
final class AutomaticSecretStore implements SecretStore {
  /** A key that no scope has. */
  private static final String NOTHING = "gatepass/none";

  private final SecretStore keychain;
  private final Function<SecretStoreUnavailable, SecretStore> otherwise;
  private @Nullable SecretStore chosen;

  /**
   * Tries the keychain first.
   *
   * @param otherwise the store to use, given why the keychain cannot be reached
   */
  AutomaticSecretStore(
      SecretStore keychain, Function<SecretStoreUnavailable, SecretStore> otherwise) {
    this.keychain = keychain;
    this.otherwise = otherwise;
  }

  @Override
  public Optional<Secret> get(String key) {
    return ask(store -> store.get(key));
  }

  @Override
  public void put(String key, Secret secret) {
    boolean _ =
        ask(store -> {
          store.put(key, secret);
          return true;
        });
  }

  @Override
  public void delete(String key) {
    boolean _ =
        ask(store -> {
          store.delete(key);
          return true;
        });
  }

  @Override
  public List<String> list(String prefix) {
    return ask(store -> store.list(prefix));
  }

  @Override
  public Capabilities capabilities() {
    return chosen().or(this::tried).orElse(keychain).capabilities();
  }

  private synchronized Optional<SecretStore> chosen() {
    return Optional.ofNullable(chosen);
  }

  private Optional<SecretStore> tried() {
    try {
      Optional<Secret> _ = get(NOTHING);
      return chosen();
    } catch (SecretStoreUnavailable e) {
      // It is there, but locked or silent: whoever wants a secret from it will be told.
      return Optional.empty();
    }
  }

  private <T> T ask(Function<SecretStore, T> question) {
    Optional<SecretStore> known = chosen();
    return known.isPresent() ? question.apply(known.get()) : askFirst(question);
  }

  private <T> T askFirst(Function<SecretStore, T> question) {
    try {
      T answer = question.apply(keychain);
      SecretStore _ = choose(keychain);
      return answer;
    } catch (SecretStoreUnavailable e) {
      if (e.reason() != Reason.UNREACHABLE) {
        throw e;
      }
      return question.apply(choose(otherwise.apply(e)));
    }
  }

  private synchronized SecretStore choose(SecretStore store) {
    if (chosen == null) {
      chosen = store;
    }
    return chosen;
  }
}
