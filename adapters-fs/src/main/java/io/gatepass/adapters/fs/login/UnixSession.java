package io.gatepass.adapters.fs.login;

import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The session of this process (POSIX: a set of process groups, with at most one terminal). */
final class UnixSession {
  private UnixSession() {}

  /**
   * Puts this process into a session of its own, without a terminal, by {@code setsid(2)}. Where it
   * leads its process group already, nothing happens, and nothing needs to.
   */
  @SuppressWarnings("restricted") // the launcher allows native access
  static void leave() {
    Linker linker = Linker.nativeLinker();
    MethodHandle setsid =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setsid"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT));
    try {
      int _ = (int) setsid.invokeExact();
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }
}
