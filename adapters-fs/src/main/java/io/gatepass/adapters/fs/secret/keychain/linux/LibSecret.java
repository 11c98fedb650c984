package io.gatepass.adapters.fs.secret.keychain.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
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

  /** {@code SECRET_SEARCH_ALL}; without it only one item is returned. */
  private static final int SEARCH_ALL = 1 << 1;

  private static final FunctionDescriptor GET_SERVICE =
      FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private static final FunctionDescriptor SEARCH =
      FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private static final FunctionDescriptor FOR_ALIAS =
      FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private static final FunctionDescriptor CREATE_COLLECTION =
      FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private static final FunctionDescriptor UNLOCK =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final FunctionDescriptor STORE =
      FunctionDescriptor.of(
          JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final FunctionDescriptor NEW_VALUE =
      FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
  private static final FunctionDescriptor MODIFIED = FunctionDescriptor.of(JAVA_LONG, ADDRESS);

  private final NativeLibrary library;
  private final GLib glib;
  private final MemorySegment cancellable;
  private final Arena arena = Arena.ofConfined();
  private final GError error;
  private final MemorySegment context;
  private final List<MemorySegment> found = new ArrayList<>();
  private @Nullable MemorySegment connected;

  LibSecret(NativeLibrary library, MemorySegment cancellable) {
    this.library = library;
    this.glib = new GLib(library);
    this.cancellable = cancellable;
    this.error = new GError(glib, arena);
    this.context = glib.enterContext();
  }

  /** The items ({@code SecretItem}) that have all these attributes, in every collection. */
  List<MemorySegment> search(Map<String, String> attributes) {
    MemorySegment table = table(attributes);
    try {
      MemorySegment list =
          (MemorySegment)
              library
                  .function("secret_service_search_sync", SEARCH)
                  .invokeExact(service(), NULL, table, SEARCH_ALL, cancellable, error.slot());
      error.check();
      List<MemorySegment> items = glib.drain(list);
      found.addAll(items);
      return items;
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    } finally {
      glib.unrefTable(table);
    }
  }

  /** Whether the item is locked. */
  boolean isLocked(MemorySegment item) {
    return glib.number("secret_item_get_locked", item) != 0;
  }

  /** When the item was last changed, in seconds since 1970. */
  long modified(MemorySegment item) {
    try {
      return (long) library.function("secret_item_get_modified", MODIFIED).invokeExact(item);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** The value of an item's attribute. */
  Optional<String> attribute(MemorySegment item, String name) {
    MemorySegment table = glib.pointer("secret_item_get_attributes", item);
    MemorySegment value = glib.lookup(table, arena.allocateFrom(name));
    Optional<String> text =
        NativeLibrary.isNull(value) ? Optional.empty() : Optional.of(NativeLibrary.text(value));
    glib.unrefTable(table);
    return text;
  }

  /** The bytes of an unlocked item; the caller wipes them. */
  byte[] secret(MemorySegment item) {
    int _ = glib.number("secret_item_load_secret_sync", item, cancellable, error.slot());
    error.check();
    MemorySegment value = glib.pointer("secret_item_get_secret", item);
    MemorySegment length = arena.allocate(JAVA_LONG);
    MemorySegment data = glib.pointer("secret_value_get", value, length);
    byte[] bytes = NativeLibrary.at(data, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
    glib.run("secret_value_unref", value);
    return bytes;
  }

  /** Deletes an unlocked item. */
  void delete(MemorySegment item) {
    int _ = glib.number("secret_item_delete_sync", item, cancellable, error.slot());
    error.check();
  }

  /** Creates an item in the default collection, or replaces the one with these attributes there. */
  void store(Map<String, String> attributes, String label, byte[] secret) {
    MemorySegment table = table(attributes);
    MemorySegment value = newValue(secret);
    try {
      int _ =
          (int)
              library
                  .function("secret_service_store_sync", STORE)
                  .invokeExact(
                      service(),
                      NULL,
                      table,
                      arena.allocateFrom("default"),
                      arena.allocateFrom(label),
                      value,
                      cancellable,
                      error.slot());
      error.check();
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    } finally {
      glib.run("secret_value_unref", value);
      glib.unrefTable(table);
    }
  }

  /** The collection where new items go, if there is one. */
  Optional<MemorySegment> defaultCollection() {
    try {
      MemorySegment collection =
          (MemorySegment)
              library
                  .function("secret_collection_for_alias_sync", FOR_ALIAS)
                  .invokeExact(
                      service(), arena.allocateFrom("default"), 0, cancellable, error.slot());
      return found(collection);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** Whether a collection is locked. */
  boolean isCollectionLocked(MemorySegment collection) {
    return glib.number("secret_collection_get_locked", collection) != 0;
  }

  /** Creates the default collection; the service asks the user for its password. */
  void createDefaultCollection() {
    try {
      MemorySegment collection =
          (MemorySegment)
              library
                  .function("secret_collection_create_sync", CREATE_COLLECTION)
                  .invokeExact(
                      service(),
                      arena.allocateFrom("Default keyring"),
                      arena.allocateFrom("default"),
                      0,
                      cancellable,
                      error.slot());
      Optional<MemorySegment> _ = found(collection);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** Unlocks items and collections; the service asks the user for their passwords. */
  void unlock(List<MemorySegment> objects) {
    MemorySegment list = NULL;
    for (MemorySegment object : objects) {
      list = glib.prepend(list, object);
    }
    try {
      int _ =
          (int)
              library
                  .function("secret_service_unlock_sync", UNLOCK)
                  .invokeExact(service(), list, cancellable, NULL, error.slot());
      error.check();
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    } finally {
      glib.run("g_list_free", list);
    }
  }

  @Override
  public void close() {
    found.forEach(glib::unref);
    glib.run("secret_service_disconnect");
    glib.leaveContext(context);
    arena.close();
  }

  /**
   * The connected service. Where it is left out, libsecret 0.20 fails to find a collection by its
   * alias.
   */
  private MemorySegment service() {
    if (connected == null) {
      connected = connect();
      found.add(connected);
    }
    return connected;
  }

  private MemorySegment connect() {
    try {
      MemorySegment service =
          (MemorySegment)
              library
                  .function("secret_service_get_sync", GET_SERVICE)
                  .invokeExact(0, cancellable, error.slot());
      error.check();
      return service;
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  private Optional<MemorySegment> found(MemorySegment object) {
    error.check();
    if (NativeLibrary.isNull(object)) {
      return Optional.empty();
    }
    found.add(object);
    return Optional.of(object);
  }

  private MemorySegment table(Map<String, String> attributes) {
    MemorySegment table = glib.newTable();
    attributes.forEach(
        (name, value) -> glib.insert(table, arena.allocateFrom(name), arena.allocateFrom(value)));
    return table;
  }

  /** A {@code SecretValue} with a copy of the bytes in memory that libsecret keeps off the swap. */
  private MemorySegment newValue(byte[] secret) {
    MemorySegment copy = arena.allocateFrom(JAVA_BYTE, secret);
    try {
      return (MemorySegment)
          library
              .function("secret_value_new", NEW_VALUE)
              .invokeExact(copy, (long) secret.length, arena.allocateFrom("text/plain"));
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    } finally {
      copy.fill((byte) 0);
    }
  }
}
