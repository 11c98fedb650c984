package io.gatepass.adapters.fs.secret.keychain.linux;

import static io.gatepass.adapters.fs.secret.keychain.linux.GLib.word;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.gatepass.adapters.fs.secret.keychain.Functions;
import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One visit to the Secret Service by libsecret (0.18 or later). The connection and all that was
 * found are released at its end, so that a service which was restarted meanwhile is found again.
 * Every method throws {@link SecretStoreUnavailable} if the service reports an error. For one
 * thread.
 */
final class LibSecret implements AutoCloseable {
  private static final MemorySegment NULL = MemorySegment.NULL;
  private static final MemorySegment NO_FLAGS = word(0);

  /** {@code SECRET_SEARCH_ALL}; without it only one item is returned. */
  private static final MemorySegment SEARCH_ALL = word(1 << 1);

  private final GLib glib;
  private final MemorySegment cancellable;
  private final Arena arena = Arena.ofConfined();
  private final GError error;
  private final MemorySegment context;
  private final List<Owned> owned = new ArrayList<>();
  private @Nullable MemorySegment connected;

  /** Something to be released at the end, and the function that does it. */
  private record Owned(MemorySegment object, String release) {}

  LibSecret(Functions library, MemorySegment cancellable) {
    this.glib = new GLib(library);
    this.cancellable = cancellable;
    this.error = new GError(glib, arena);
    this.context = glib.enterContext();
  }

  /** The items ({@code SecretItem}) that have all these attributes, in every collection. */
  List<MemorySegment> search(Map<String, String> attributes) {
    MemorySegment table = table(attributes);
    MemorySegment list =
        ask("secret_service_search_sync", service(), NULL, table, SEARCH_ALL, cancellable);
    List<MemorySegment> items = glib.drain(list);
    items.forEach(this::ownObject);
    return items;
  }

  /** Whether the item is locked. */
  boolean isLocked(MemorySegment item) {
    return GLib.isTrue(glib.call("secret_item_get_locked", item));
  }

  /** When the item was last changed, in seconds since 1970. */
  long modified(MemorySegment item) {
    return glib.call("secret_item_get_modified", item).address();
  }

  /** The value of an item's attribute. */
  Optional<String> attribute(MemorySegment item, String name) {
    MemorySegment table = own(glib.call("secret_item_get_attributes", item), "g_hash_table_unref");
    MemorySegment value = glib.call("g_hash_table_lookup", table, arena.allocateFrom(name));
    return NativeLibrary.isNull(value) ? Optional.empty() : Optional.of(NativeLibrary.text(value));
  }

  /** The bytes of an unlocked item; the caller wipes them. */
  byte[] secret(MemorySegment item) {
    MemorySegment _ = ask("secret_item_load_secret_sync", item, cancellable);
    MemorySegment value = own(glib.call("secret_item_get_secret", item), "secret_value_unref");
    MemorySegment length = arena.allocate(JAVA_LONG);
    MemorySegment data = glib.call("secret_value_get", value, length);
    return NativeLibrary.at(data, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
  }

  /** Deletes an unlocked item. */
  void delete(MemorySegment item) {
    MemorySegment _ = ask("secret_item_delete_sync", item, cancellable);
  }

  /** Creates an item in the default collection, or replaces the one with these attributes there. */
  void store(Map<String, String> attributes, String label, byte[] secret) {
    MemorySegment service = service();
    MemorySegment table = table(attributes);
    MemorySegment value = newValue(secret);
    MemorySegment collection = arena.allocateFrom("default");
    MemorySegment text = arena.allocateFrom(label);
    MemorySegment _ =
        ask(
            "secret_service_store_sync",
            service,
            NULL,
            table,
            collection,
            text,
            value,
            cancellable);
  }

  /** The collection where new items go, if there is one. */
  Optional<MemorySegment> defaultCollection() {
    MemorySegment alias = arena.allocateFrom("default");
    return ifAny(ask("secret_collection_for_alias_sync", service(), alias, NO_FLAGS, cancellable));
  }

  /** Whether a collection is locked. */
  boolean isCollectionLocked(MemorySegment collection) {
    return GLib.isTrue(glib.call("secret_collection_get_locked", collection));
  }

  /** Creates the default collection; the service asks the user for its password. */
  void createDefaultCollection() {
    MemorySegment label = arena.allocateFrom("Default keyring");
    MemorySegment alias = arena.allocateFrom("default");
    Optional<MemorySegment> _ =
        ifAny(ask("secret_collection_create_sync", service(), label, alias, NO_FLAGS, cancellable));
  }

  /** Unlocks items and collections; the service asks the user for their passwords. */
  void unlock(List<MemorySegment> objects) {
    MemorySegment list = NULL;
    for (MemorySegment object : objects) {
      list = glib.call("g_list_prepend", list, object);
    }
    MemorySegment service = service();
    MemorySegment _ =
        ask("secret_service_unlock_sync", service, own(list, "g_list_free"), cancellable, NULL);
  }

  @Override
  public void close() {
    for (Owned each : owned) {
      MemorySegment _ = glib.call(each.release(), each.object());
    }
    MemorySegment _ = glib.call("secret_service_disconnect");
    glib.leaveContext(context);
    arena.close();
  }

  /**
   * The connected service. Where it is left out, libsecret 0.20 fails to find a collection by its
   * alias.
   */
  private MemorySegment service() {
    if (connected == null) {
      connected = ask("secret_service_get_sync", NO_FLAGS, cancellable);
      ownObject(connected);
    }
    return connected;
  }

  /** Calls a function whose last argument, after those given, is the place for its error. */
  private MemorySegment ask(String function, MemorySegment... arguments) {
    MemorySegment[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = error.slot();
    MemorySegment answer = glib.call(function, all);
    error.check();
    return answer;
  }

  private MemorySegment own(MemorySegment object, String release) {
    owned.add(new Owned(object, release));
    return object;
  }

  private void ownObject(MemorySegment object) {
    MemorySegment _ = own(object, "g_object_unref");
  }

  private Optional<MemorySegment> ifAny(MemorySegment object) {
    if (NativeLibrary.isNull(object)) {
      return Optional.empty();
    }
    ownObject(object);
    return Optional.of(object);
  }

  private MemorySegment table(Map<String, String> attributes) {
    MemorySegment table = own(glib.newTable(), "g_hash_table_unref");
    attributes.forEach((name, value) -> {
      MemorySegment _ =
          glib.call(
              "g_hash_table_insert", table, arena.allocateFrom(name), arena.allocateFrom(value));
    });
    return table;
  }

  /** A {@code SecretValue} with a copy of the bytes in memory that libsecret keeps off the swap. */
  private MemorySegment newValue(byte[] secret) {
    MemorySegment copy = arena.allocateFrom(JAVA_BYTE, secret);
    MemorySegment type = arena.allocateFrom("text/plain");
    MemorySegment value = glib.call("secret_value_new", copy, word(secret.length), type);
    copy.fill((byte) 0);
    return own(value, "secret_value_unref");
  }
}
