package io.gatepass.adapters.fs.secret.keychain.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.gatepass.adapters.fs.secret.keychain.KeychainFailures;
import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The credentials of {@code wincred.h}: {@code CredReadW}, {@code CredWriteW}, {@code CredDeleteW},
 * {@code CredEnumerateW}.
 */
final class WindowsCredentials implements Credentials {
  private static final int NOT_FOUND = 1168; // ERROR_NOT_FOUND
  private static final int NO_LOGON_SESSION = 1312; // ERROR_NO_SUCH_LOGON_SESSION

  private static final FunctionDescriptor READ =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
  private static final FunctionDescriptor WRITE =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT);
  private static final FunctionDescriptor DELETE =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private static final FunctionDescriptor ENUMERATE =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private static final FunctionDescriptor FREE = FunctionDescriptor.ofVoid(ADDRESS);

  private final Win32 win32;

  WindowsCredentials(Win32 win32) {
    this.win32 = win32;
  }

  @Override
  public Optional<byte[]> read(String target) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(win32.state());
      MemorySegment found = arena.allocate(ADDRESS);
      int done =
          (int)
              win32
                  .function("CredReadW", READ)
                  .invokeExact(
                      state,
                      arena.allocateFrom(target, UTF_16LE),
                      CredentialStruct.GENERIC,
                      0,
                      found);
      return succeeded(done, state) ? Optional.of(take(found, state)) : Optional.empty();
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  @Override
  public void write(String target, byte[] bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(win32.state());
      CredentialStruct credential = CredentialStruct.generic(arena, target, bytes);
      int done =
          (int) win32.function("CredWriteW", WRITE).invokeExact(state, credential.segment(), 0);
      credential.wipe();
      if (!succeeded(done, state)) {
        throw failure(NOT_FOUND);
      }
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  @Override
  public void delete(String target) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(win32.state());
      int done =
          (int)
              win32
                  .function("CredDeleteW", DELETE)
                  .invokeExact(
                      state, arena.allocateFrom(target, UTF_16LE), CredentialStruct.GENERIC, 0);
      boolean _ = succeeded(done, state);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  @Override
  public List<String> list(String prefix) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(win32.state());
      MemorySegment count = arena.allocate(JAVA_INT);
      MemorySegment found = arena.allocate(ADDRESS);
      int done =
          (int)
              win32
                  .function("CredEnumerateW", ENUMERATE)
                  .invokeExact(state, arena.allocateFrom(prefix + "*", UTF_16LE), 0, count, found);
      return succeeded(done, state) ? names(found, count.get(JAVA_INT, 0), state) : List.of();
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  private byte[] take(MemorySegment found, MemorySegment state) throws Throwable {
    MemorySegment pointer = found.get(ADDRESS, 0);
    CredentialStruct credential = CredentialStruct.at(pointer);
    byte[] bytes = credential.bytes();
    credential.wipe();
    free(pointer, state);
    return bytes;
  }

  private List<String> names(MemorySegment found, int count, MemorySegment state) throws Throwable {
    MemorySegment array = found.get(ADDRESS, 0);
    MemorySegment pointers = NativeLibrary.at(array, count * ADDRESS.byteSize());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CredentialStruct credential = CredentialStruct.at(pointers.getAtIndex(ADDRESS, i));
      names.add(credential.targetName());
      credential.wipe();
    }
    free(array, state);
    return names;
  }

  private void free(MemorySegment buffer, MemorySegment state) throws Throwable {
    win32.function("CredFree", FREE).invokeExact(state, buffer);
  }

  /** Whether a function did what it was told, or found nothing. */
  private boolean succeeded(int done, MemorySegment state) {
    if (done != 0) {
      return true;
    }
    int error =
        (int) win32.state().varHandle(PathElement.groupElement("GetLastError")).get(state, 0L);
    if (error != NOT_FOUND) {
      throw failure(error);
    }
    return false;
  }

  private static SecretStoreUnavailable failure(int error) {
    if (error == NO_LOGON_SESSION) {
      return KeychainFailures.absent(
          "this logon has no Credential Manager (as over SSH with a key)",
          "Run gatepass in a desktop session");
    }
    return KeychainFailures.failed("Credential Manager, Windows error " + error);
  }
}
