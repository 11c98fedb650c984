package io.gatepass.adapters.fs.secret.keychain.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions of GLib, GObject and GIO that libsecret's need, and the shapes of functions that
 * many share. Pointers are owned as GLib's documentation says.
 */
final class GLib {
  private static final long POINTER = ADDRESS.byteSize();

  private final NativeLibrary library;

  GLib(NativeLibrary library) {
    this.library = library;
  }

  /** A new cancellable ({@code GCancellable}), to be released by {@link #unref}. */
  MemorySegment newCancellable() {
    return pointer("g_cancellable_new");
  }

  /** Makes the calls end that were given the cancellable; from any thread. */
  void cancel(MemorySegment cancellable) {
    run("g_cancellable_cancel", cancellable);
  }

  /** Releases an object. */
  void unref(MemorySegment object) {
    run("g_object_unref", object);
  }

  /**
   * A new main context, made this thread's own until {@link #leaveContext}. GDBus puts what is to
   * be done later into the thread's context; in the process's common one it would pile up, because
   * nothing here runs it.
   */
  MemorySegment enterContext() {
    MemorySegment context = pointer("g_main_context_new");
    run("g_main_context_push_thread_default", context);
    return context;
  }

  /** Does what is left to be done, which releases connections, and drops the context. */
  void leaveContext(MemorySegment context) {
    while (iterate(context)) {}
    run("g_main_context_pop_thread_default", context);
    run("g_main_context_unref", context);
  }

  private boolean iterate(MemorySegment context) {
    try {
      return (int)
              library
                  .function(
                      "g_main_context_iteration",
                      FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT))
                  .invokeExact(context, 0)
          != 0;
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** An empty {@code GHashTable} of texts that it does not own. */
  MemorySegment newTable() {
    return pointer("g_hash_table_new", library.symbol("g_str_hash"), library.symbol("g_str_equal"));
  }

  /** Adds an entry to a table. */
  void insert(MemorySegment table, MemorySegment key, MemorySegment value) {
    int _ = number("g_hash_table_insert", table, key, value);
  }

  /** The value of a key, or NULL. */
  MemorySegment lookup(MemorySegment table, MemorySegment key) {
    return pointer("g_hash_table_lookup", table, key);
  }

  /** Releases a table. */
  void unrefTable(MemorySegment table) {
    run("g_hash_table_unref", table);
  }

  /** A new list ({@code GList}) with the element before the others. */
  MemorySegment prepend(MemorySegment list, MemorySegment element) {
    return pointer("g_list_prepend", list, element);
  }

  /** The elements of a list; the list itself is released, its elements are not. */
  List<MemorySegment> drain(MemorySegment list) {
    List<MemorySegment> elements = new ArrayList<>();
    MemorySegment rest = list;
    while (!NativeLibrary.isNull(rest)) {
      MemorySegment link = NativeLibrary.at(rest, 3 * POINTER); // data, next, previous
      elements.add(link.get(ADDRESS, 0));
      rest = link.get(ADDRESS, POINTER);
    }
    run("g_list_free", list);
    return elements;
  }

  /** The name of an error domain ({@code GQuark}). */
  String quark(int quark) {
    try {
      return NativeLibrary.text(
          (MemorySegment)
              library
                  .function("g_quark_to_string", FunctionDescriptor.of(ADDRESS, JAVA_INT))
                  .invokeExact(quark));
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  void run(String name) {
    try {
      library.function(name, FunctionDescriptor.ofVoid()).invokeExact();
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  void run(String name, MemorySegment a) {
    try {
      library.function(name, FunctionDescriptor.ofVoid(ADDRESS)).invokeExact(a);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  int number(String name, MemorySegment a) {
    try {
      return (int) library.function(name, FunctionDescriptor.of(JAVA_INT, ADDRESS)).invokeExact(a);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  int number(String name, MemorySegment a, MemorySegment b, MemorySegment c) {
    try {
      return (int)
          library
              .function(name, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS))
              .invokeExact(a, b, c);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  MemorySegment pointer(String name) {
    try {
      return (MemorySegment) library.function(name, FunctionDescriptor.of(ADDRESS)).invokeExact();
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  MemorySegment pointer(String name, MemorySegment a) {
    try {
      return (MemorySegment)
          library.function(name, FunctionDescriptor.of(ADDRESS, ADDRESS)).invokeExact(a);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  MemorySegment pointer(String name, MemorySegment a, MemorySegment b) {
    try {
      return (MemorySegment)
          library
              .function(name, FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS))
              .invokeExact(a, b);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }
}
