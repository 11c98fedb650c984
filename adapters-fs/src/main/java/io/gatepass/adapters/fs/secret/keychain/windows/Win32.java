package io.gatepass.adapters.fs.secret.keychain.windows;

import io.gatepass.adapters.fs.secret.keychain.KeychainFailures;
import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * Functions of Windows that say by {@code GetLastError} why they failed. The Java runtime may
 * change that value before anybody can ask, so it is captured together with the call.
 */
interface Win32 {
  /** A function; its first argument, before those of the shape, receives the captured state. */
  MethodHandle function(String name, FunctionDescriptor shape);

  /** The captured state; it has an integer named {@code GetLastError}. */
  StructLayout state();

  /** The functions of {@code advapi32.dll}. */
  static Win32 advapi32() {
    NativeLibrary library =
        NativeLibrary.load("advapi32.dll")
            .orElseThrow(() ->
                KeychainFailures.absent(
                    "advapi32.dll cannot be loaded", "Run gatepass on Windows"));
    return new Win32() {
      @Override
      public MethodHandle function(String name, FunctionDescriptor shape) {
        return library.function(name, shape, Linker.Option.captureCallState("GetLastError"));
      }

      @Override
      public StructLayout state() {
        return Linker.Option.captureStateLayout();
      }
    };
  }
}
