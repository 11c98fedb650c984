package io.gatepass.adapters.fs.secret.keychain.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The credential functions of {@code advapi32.dll} as Windows documents them, on native memory laid
 * out by byte offsets, so that layouts, shapes and the freeing of memory are tested on every
 * system.
 */
final class FakeAdvapi32 implements Win32 {
  private static final StructLayout STATE =
      MemoryLayout.structLayout(JAVA_INT.withName("GetLastError"));

  private final Map<String, byte[]> blobs = new TreeMap<>();
  private final Map<Long, Arena> allocated = new HashMap<>();
  private int failWith;

  /** Makes every function fail with that error; 0 heals it. */
  void failWith(int error) {
    failWith = error;
  }

  /** How many results have not been given back by {@code CredFree}. */
  int leaks() {
    return allocated.size();
  }

  /** What is kept, by target name. */
  Map<String, byte[]> blobs() {
    return blobs;
  }

  @Override
  public StructLayout state() {
    return STATE;
  }

  @Override
  public MethodHandle function(String name, FunctionDescriptor shape) {
    String method = name.equals("CredFree") ? "free" : name.substring(4, name.length() - 1);
    try {
      return MethodHandles.lookup()
          .bind(
              this,
              method.toLowerCase(Locale.ROOT),
              shape.toMethodType().insertParameterTypes(0, MemorySegment.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("wrong name or shape: " + name, e);
    }
  }

  int write(MemorySegment state, MemorySegment credential, int flags) {
    assertThat(credential.byteSize()).isEqualTo(80);
    assertThat(flags).isZero();
    assertThat(credential.get(JAVA_INT, 4)).as("Type").isEqualTo(1);
    assertThat(credential.get(JAVA_INT, 48)).as("Persist").isEqualTo(2);
    int size = credential.get(JAVA_INT, 32);
    if (failWith != 0) {
      return failed(state, failWith);
    }
    if (size > 2560) {
      return failed(state, 1783); // RPC_X_BAD_STUB_DATA, as Windows does
    }
    byte[] blob = NativeLibrary.at(credential.get(ADDRESS, 40), size).toArray(JAVA_BYTE);
    blobs.put(text(credential.get(ADDRESS, 8)), blob);
    return 1;
  }

  int read(MemorySegment state, MemorySegment target, int type, int flags, MemorySegment found) {
    assertThat(List.of(type, flags)).containsExactly(1, 0);
    byte[] blob = blobs.get(text(target));
    if (failWith != 0 || blob == null) {
      return failed(state, failWith != 0 ? failWith : 1168);
    }
    Arena arena = Arena.ofAuto();
    MemorySegment credential = struct(arena, text(target), blob);
    allocated.put(credential.address(), arena);
    found.set(ADDRESS, 0, credential);
    return 1;
  }

  int delete(MemorySegment state, MemorySegment target, int type, int flags) {
    assertThat(List.of(type, flags)).containsExactly(1, 0);
    if (failWith != 0 || blobs.remove(text(target)) == null) {
      return failed(state, failWith != 0 ? failWith : 1168);
    }
    return 1;
  }

  int enumerate(
      MemorySegment state,
      MemorySegment filter,
      int flags,
      MemorySegment count,
      MemorySegment found) {
    assertThat(flags).isZero();
    String text = text(filter);
    assertThat(text).endsWith("*");
    String prefix = text.substring(0, text.length() - 1);
    List<String> names = new ArrayList<>(blobs.keySet());
    names.removeIf(name -> !name.startsWith(prefix));
    if (failWith != 0 || names.isEmpty()) {
      return failed(state, failWith != 0 ? failWith : 1168);
    }
    Arena arena = Arena.ofAuto();
    MemorySegment array = arena.allocate(ADDRESS, names.size());
    for (int i = 0; i < names.size(); i++) {
      array.setAtIndex(ADDRESS, i, struct(arena, names.get(i), blobs.get(names.get(i))));
    }
    allocated.put(array.address(), arena);
    count.set(JAVA_INT, 0, names.size());
    found.set(ADDRESS, 0, array);
    return 1;
  }

  void free(MemorySegment state, MemorySegment buffer) {
    assertThat(state).isNotNull();
    assertThat(allocated.remove(buffer.address())).as("freed twice").isNotNull();
  }

  private static MemorySegment struct(Arena arena, String target, byte[] blob) {
    MemorySegment struct = arena.allocate(80, 8);
    struct.set(JAVA_INT, 4, 1);
    struct.set(ADDRESS, 8, arena.allocateFrom(target, UTF_16LE));
    struct.set(JAVA_LONG, 24, 133_000_000_000_000_000L);
    struct.set(JAVA_INT, 32, blob.length);
    struct.set(ADDRESS, 40, arena.allocateFrom(JAVA_BYTE, blob));
    return struct;
  }

  private static String text(MemorySegment pointer) {
    return NativeLibrary.at(pointer, Long.MAX_VALUE).getString(0, UTF_16LE);
  }

  private static int failed(MemorySegment state, int error) {
    state.set(JAVA_INT, 0, error);
    return 0;
  }
}
