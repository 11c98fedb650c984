package io.gatepass.adapters.fs.secret.keychain.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.gatepass.adapters.fs.secret.keychain.Functions;
import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls libsecret and the libraries below it: GLib, GObject, GIO. Pointers are owned as GLib's
 * documentation says.
 *
 * <p>All of these functions take and return nothing but pointers and integers. The calling
 * conventions of 64-bit Linux pass either as one word and let a function ignore words that it does
 * not expect, so one shape of six words serves all and one of eight the longest. Every process that
 * asks the keychain pays some 3 ms for each shape; giving each function its own cost as much as
 * starting Java.
 */
final class GLib {
  private static final FunctionDescriptor SIX_WORDS =
      FunctionDescriptor.of(
          JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
  private static final FunctionDescriptor EIGHT_WORDS =
      SIX_WORDS.appendArgumentLayouts(JAVA_LONG, JAVA_LONG);
  private static final long POINTER = ADDRESS.byteSize();

  private final Functions library;

  GLib(Functions library) {
    this.library = library;
  }

  /**
   * Calls a function of at most eight arguments; what it returns is a pointer or {@link #number}.
   */
  MemorySegment call(String name, MemorySegment... arguments) {
    long[] w = new long[8];
    for (int i = 0; i < arguments.length; i++) {
      w[i] = arguments[i].address();
    }
    try {
      return MemorySegment.ofAddress(
          arguments.length <= 6
              ? (long)
                  library.function(name, SIX_WORDS).invokeExact(w[0], w[1], w[2], w[3], w[4], w[5])
              : (long)
                  library
                      .function(name, EIGHT_WORDS)
                      .invokeExact(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]));
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** An integer as an argument. */
  static MemorySegment word(long number) {
    return MemorySegment.ofAddress(number);
  }

  /** What a function returned, as an {@code int}; the upper half of the word is not defined. */
  static int number(MemorySegment returned) {
    return (int) returned.address();
  }

  /** What a function returned, as a {@code gboolean}. */
  static boolean isTrue(MemorySegment returned) {
    return number(returned) != 0;
  }

  /**
   * Sets a variable of this process's environment, as native libraries see it, unless it is set: a
   * process that was started without the session's variables tells GLib by it where the bus is.
   */
  void setIfAbsent(String name, String value) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment _ =
          call("g_setenv", arena.allocateFrom(name), arena.allocateFrom(value), word(0));
    }
  }

  /**
   * A new main context, made this thread's own until {@link #leaveContext}. GDBus puts what is to
   * be done later into the thread's context; in the process's common one it would pile up, because
   * nothing here runs it.
   */
  MemorySegment enterContext() {
    MemorySegment context = call("g_main_context_new");
    MemorySegment _ = call("g_main_context_push_thread_default", context);
    return context;
  }

  /** Does what is left to be done, which releases connections, and drops the context. */
  void leaveContext(MemorySegment context) {
    boolean more = true;
    while (more) {
      more = isTrue(call("g_main_context_iteration", context, word(0)));
    }
    MemorySegment _ = call("g_main_context_pop_thread_default", context);
    MemorySegment _ = call("g_main_context_unref", context);
  }

  /** An empty {@code GHashTable} of texts that it does not own. */
  MemorySegment newTable() {
    return call("g_hash_table_new", library.symbol("g_str_hash"), library.symbol("g_str_equal"));
  }

  /** The elements of a {@code GList}; the list itself is released, its elements are not. */
  List<MemorySegment> drain(MemorySegment list) {
    List<MemorySegment> elements = new ArrayList<>();
    MemorySegment rest = list;
    while (!NativeLibrary.isNull(rest)) {
      MemorySegment link = NativeLibrary.at(rest, 3 * POINTER); // data, next, previous
      elements.add(link.get(ADDRESS, 0));
      rest = link.get(ADDRESS, POINTER);
    }
    MemorySegment _ = call("g_list_free", list);
    return elements;
  }
}
