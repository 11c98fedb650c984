package io.gatepass.adapters.fs.secret.keychain.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.gatepass.adapters.fs.secret.keychain.KeychainFailures;
import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.invoke.VarHandle;

/**
 * Where a GLib function puts its error: {@code GError **}, to a {@code struct GError} of domain,
 * code and message.
 */
final class GError {
  private static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          JAVA_INT.withName("domain"), JAVA_INT.withName("code"), ADDRESS.withName("message"));
  private static final VarHandle DOMAIN = LAYOUT.varHandle(PathElement.groupElement("domain"));
  private static final VarHandle CODE = LAYOUT.varHandle(PathElement.groupElement("code"));
  private static final VarHandle MESSAGE = LAYOUT.varHandle(PathElement.groupElement("message"));

  /** {@code SECRET_ERROR_IS_LOCKED}. */
  private static final int IS_LOCKED = 2;

  private final GLib glib;
  private final MemorySegment slot;

  GError(GLib glib, SegmentAllocator allocator) {
    this.glib = glib;
    this.slot = allocator.allocate(ADDRESS);
  }

  /** The last argument of a function that can fail. */
  MemorySegment slot() {
    return slot;
  }

  /**
   * Throws what the function has reported.
   *
   * @throws SecretStoreUnavailable if there is an error
   */
  void check() {
    MemorySegment error = slot.get(ADDRESS, 0);
    if (!NativeLibrary.isNull(error)) {
      slot.set(ADDRESS, 0, MemorySegment.NULL);
      SecretStoreUnavailable failure = failure(NativeLibrary.at(error, LAYOUT.byteSize()));
      MemorySegment _ = glib.call("g_error_free", error);
      throw failure;
    }
  }

  private SecretStoreUnavailable failure(MemorySegment error) {
    int quark = (int) DOMAIN.get(error, 0L);
    String domain = NativeLibrary.text(glib.call("g_quark_to_string", GLib.word(quark)));
    int code = (int) CODE.get(error, 0L);
    if (domain.equals("secret-error") && code == IS_LOCKED) {
      return LinuxFailures.locked();
    }
    String message = NativeLibrary.text((MemorySegment) MESSAGE.get(error, 0L));
    return LinuxFailures.isAbsence(message)
        ? LinuxFailures.noService()
        : KeychainFailures.failed(message);
  }
}
