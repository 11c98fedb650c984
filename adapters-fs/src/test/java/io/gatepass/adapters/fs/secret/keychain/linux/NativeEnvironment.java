package io.gatepass.adapters.fs.secret.keychain.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Changes the environment that native libraries see. GLib takes the bus's address from it; a real
 * process gets it from whoever starts it, while a test runs in a process that is there already.
 */
final class NativeEnvironment {
  private NativeEnvironment() {}

  @SuppressWarnings("restricted")
  static void set(String name, String value) {
    Linker linker = Linker.nativeLinker();
    MethodHandle setenv =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setenv"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment nativeName = arena.allocateFrom(name);
      MemorySegment nativeValue = arena.allocateFrom(value);
      int _ = (int) setenv.invokeExact(nativeName, nativeValue, 1);
    } catch (Throwable e) {
      throw new LinkageError("setenv", e);
    }
  }
}
