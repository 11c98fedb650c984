package io.gatepass.adapters.fs.secret.keychain.linux;

import io.gatepass.adapters.fs.secret.keychain.TimeLimit;
import io.gatepass.adapters.fs.secret.keychain.dbus.SecretServiceLookup.Found;
import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keychain on Linux: the Secret Service of freedesktop.org (GNOME Keyring, KWallet). A secret
 * is an item of the default collection with the attributes {@code application=gatepass} and {@code
 * key=<key>}.
 *
 * <p>A locked collection may look empty, so "there is none" counts only when the default collection
 * is open. Where a person is there, they are asked to unlock it.
 */
public final class SecretServiceStore implements SecretStore {
  private static final Map<String, String> OURS =
      Map.of("xdg:schema", "io.gatepass.Credential", "application", "gatepass");

  private final SecretServiceSession session;
  private final boolean mayPrompt;
  private final TimeLimit answerLimit;
  private final TimeLimit promptLimit = new TimeLimit(TimeLimit.PROMPT);

  /** Whether new items can be kept. */
  private enum DefaultCollection {
    OPEN,
    LOCKED,
    MISSING
  }

  /**
   * The Secret Service of the platform's D-Bus session.
   *
   * @param mayUnlock whether a person is there who can be asked for the keyring's password; without
   *     a display nobody is asked
   */
  public SecretServiceStore(Platform platform, boolean mayUnlock) {
    this(
        new SecretServiceSession(platform, SecretServiceSession.LIBRARY),
        mayUnlock,
        new TimeLimit(TimeLimit.ANSWER));
  }

  SecretServiceStore(SecretServiceSession session, boolean mayUnlock, TimeLimit answerLimit) {
    this.session = session;
    this.mayPrompt = mayUnlock && session.hasDisplay();
    this.answerLimit = answerLimit;
  }

  @Override
  public Optional<Secret> get(String key) {
    Optional<Found> found = session.lookUp(answerLimit, attributes(key));
    return found.isPresent() ? found.get().secret() : byLibsecret(key);
  }

  private Optional<Secret> byLibsecret(String key) {
    return ask(service -> {
      List<MemorySegment> items = service.search(attributes(key));
      Optional<MemorySegment> newest = newestUnlocked(service, items);
      if (newest.isEmpty()) {
        refuseIfClosed(service, items);
      }
      return newest.flatMap(item -> secret(service, item));
    });
  }

  @Override
  public void put(String key, Secret secret) {
    if (mayPrompt && ask(this::defaultCollection) == DefaultCollection.MISSING) {
      session.visit(promptLimit, SecretServiceStore::createDefaultCollection);
    }
    boolean _ =
        ask(service -> {
          refuseUnlessOpen(defaultCollection(service));
          store(service, key, secret);
          return true;
        });
  }

  @Override
  public void delete(String key) {
    boolean _ =
        ask(service -> {
          List<MemorySegment> items = service.search(attributes(key));
          items.stream().filter(item -> !service.isLocked(item)).forEach(service::delete);
          if (state(service, items) == DefaultCollection.LOCKED) {
            throw LinuxFailures.locked();
          }
          return true;
        });
  }

  @Override
  public List<String> list(String prefix) {
    return ask(service -> {
      List<MemorySegment> items = service.search(OURS);
      refuseIfClosed(service, items);
      return items.stream()
          .flatMap(item -> service.attribute(item, "key").stream())
          .filter(key -> key.startsWith(prefix))
          .distinct()
          .sorted()
          .toList();
    });
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities("keychain", true, true, "");
  }

  /** Asks, and where it is locked and a person is there, has it unlocked and asks again. */
  private <T> T ask(Function<LibSecret, T> question) {
    try {
      return session.visit(answerLimit, question);
    } catch (SecretStoreUnavailable e) {
      if (!mayPrompt || e.reason() != SecretStoreUnavailable.Reason.LOCKED) {
        throw e;
      }
      boolean _ = session.visit(promptLimit, SecretServiceStore::unlock);
      return session.visit(answerLimit, question);
    }
  }

  private static boolean unlock(LibSecret service) {
    List<MemorySegment> locked = new ArrayList<>(service.search(OURS));
    locked.removeIf(item -> !service.isLocked(item));
    service.defaultCollection().filter(service::isCollectionLocked).ifPresent(locked::add);
    service.unlock(locked);
    return true;
  }

  private static boolean createDefaultCollection(LibSecret service) {
    service.createDefaultCollection();
    return true;
  }

  private DefaultCollection defaultCollection(LibSecret service) {
    return service
        .defaultCollection()
        .map(collection ->
            service.isCollectionLocked(collection)
                ? DefaultCollection.LOCKED
                : DefaultCollection.OPEN)
        .orElse(DefaultCollection.MISSING);
  }

  /** Refuses where something may be hidden by a lock, or where nothing can ever be kept. */
  private void refuseIfClosed(LibSecret service, List<MemorySegment> items) {
    DefaultCollection state = state(service, items);
    if (!mayPrompt || state == DefaultCollection.LOCKED) {
      refuseUnlessOpen(state);
    }
  }

  private DefaultCollection state(LibSecret service, List<MemorySegment> items) {
    return items.stream().anyMatch(service::isLocked)
        ? DefaultCollection.LOCKED
        : defaultCollection(service);
  }

  private static void refuseUnlessOpen(DefaultCollection state) {
    switch (state) {
      case LOCKED -> throw LinuxFailures.locked();
      case MISSING -> throw LinuxFailures.noCollection();
      case OPEN -> {}
    }
  }

  private static void store(LibSecret service, String key, Secret secret) {
    byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
    service.store(attributes(key), "gatepass: " + key, bytes);
    service.search(attributes(key)).stream()
        .filter(item -> !service.isLocked(item))
        .filter(item -> !Arrays.equals(bytes, service.secret(item)))
        .forEach(service::delete); // left in another collection, which was the default once
    Arrays.fill(bytes, (byte) 0);
  }

  /** More than one where an older one is left in another collection. */
  private static Optional<MemorySegment> newestUnlocked(
      LibSecret service, List<MemorySegment> items) {
    return items.stream()
        .filter(item -> !service.isLocked(item))
        .max(Comparator.comparingLong(service::modified));
  }

  private static Optional<Secret> secret(LibSecret service, MemorySegment item) {
    byte[] bytes = service.secret(item);
    String text = new String(bytes, StandardCharsets.UTF_8);
    Arrays.fill(bytes, (byte) 0);
    return Optional.of(text).filter(it -> !it.isEmpty()).map(Secret::of);
  }

  private static Map<String, String> attributes(String key) {
    Map<String, String> attributes = new HashMap<>(OURS);
    attributes.put("key", key);
    return attributes;
  }
}
