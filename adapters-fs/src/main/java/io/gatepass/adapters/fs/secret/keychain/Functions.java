package io.gatepass.adapters.fs.secret.keychain;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** What a library offers: functions and variables by name. */
public interface Functions {
  /** A function with that shape. */
  MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... options);

  /** The address of a function or variable. */
  MemorySegment symbol(String name);
}
