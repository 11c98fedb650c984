package io.gatepass.adapters.fs.secret.keychain;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A shared library of the operating system, called by the foreign-function API (JEP 454). It stays
 * loaded until the process ends. Functions are linked when they are first asked for: each shape of
 * a function costs milliseconds.
 */
public final class NativeLibrary implements Functions {
  private final SymbolLookup symbols;

  private NativeLibrary(SymbolLookup symbols) {
    this.symbols = symbols;
  }

  /**
   * Loads a library.
   *
   * @param name a file name that the system's loader searches, or a path
   * @return nothing where there is no such library
   */
  @SuppressWarnings("restricted") // the launcher allows native access
  public static Optional<NativeLibrary> load(String name) {
    try {
      return Optional.of(new NativeLibrary(SymbolLookup.libraryLookup(name, Arena.global())));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // so the API says that the library cannot be loaded
    }
  }

  @Override
  @SuppressWarnings("restricted") // the launcher allows native access
  public MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... options) {
    return Linker.nativeLinker().downcallHandle(symbol(name), shape, options);
  }

  @Override
  public MemorySegment symbol(String name) {
    return symbols
        .find(name)
        .orElseThrow(() -> new IllegalStateException("the library has no symbol " + name));
  }

  /** What a pointer points at, as that many readable bytes. */
  @SuppressWarnings("restricted") // sizes come from the library's documentation or its answer
  public static MemorySegment at(MemorySegment pointer, long size) {
    return pointer.reinterpret(size);
  }

  /** The NUL-terminated UTF-8 text that a pointer points at. */
  public static String text(MemorySegment pointer) {
    return at(pointer, Long.MAX_VALUE).getString(0);
  }

  /** Whether a pointer is NULL. */
  public static boolean isNull(MemorySegment pointer) {
    return pointer.address() == 0;
  }

  /**
   * What to throw when a call through a method handle throws. Native functions do not; a failure
   * found after the call goes on as it is, and anything else is a mistake in the function's shape.
   */
  public static IllegalStateException unexpected(Throwable thrown) {
    switch (thrown) {
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      default ->
          throw new IllegalStateException("a native function was called in a wrong way", thrown);
    }
  }
}
