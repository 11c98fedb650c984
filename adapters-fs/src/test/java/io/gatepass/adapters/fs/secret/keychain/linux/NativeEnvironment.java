package io.gatepass.adapters.fs.secret.keychain.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Changes the environment that native libraries see. GLib takes the bus's address from it; without
 * one, a test's process is like a helper that a tool has started with few variables.
 */
final class NativeEnvironment {
  private NativeEnvironment() {}

  @SuppressWarnings("restricted")
  static void unset(String name) {
    Linker linker = Linker.nativeLinker();
    MethodHandle unsetenv =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("unsetenv"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment nativeName = arena.allocateFrom(name);
      int _ = (int) unsetenv.invokeExact(nativeName);
    } catch (Throwable e) {
      throw new LinkageError("unsetenv", e);
    }
  }
}
