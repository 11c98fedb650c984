package io.gatepass.adapters.fs.secret.keychain.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.invoke.VarHandle;

/** The structure {@code CREDENTIALW} of {@code wincred.h} in 64-bit Windows. */
final class CredentialStruct {
  /** {@code CRED_TYPE_GENERIC}. */
  static final int GENERIC = 1;

  /** {@code CRED_PERSIST_LOCAL_MACHINE}: survives the logon, does not roam to other machines. */
  static final int LOCAL_MACHINE = 2;

  static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          JAVA_INT.withName("Flags"),
          JAVA_INT.withName("Type"),
          ADDRESS.withName("TargetName"),
          ADDRESS.withName("Comment"),
          MemoryLayout.sequenceLayout(2, JAVA_INT).withName("LastWritten"),
          JAVA_INT.withName("CredentialBlobSize"),
          MemoryLayout.paddingLayout(4),
          ADDRESS.withName("CredentialBlob"),
          JAVA_INT.withName("Persist"),
          JAVA_INT.withName("AttributeCount"),
          ADDRESS.withName("Attributes"),
          ADDRESS.withName("TargetAlias"),
          ADDRESS.withName("UserName"));

  private static final VarHandle TYPE = field("Type");
  private static final VarHandle TARGET_NAME = field("TargetName");
  private static final VarHandle BLOB_SIZE = field("CredentialBlobSize");
  private static final VarHandle BLOB = field("CredentialBlob");
  private static final VarHandle PERSIST = field("Persist");
  private static final VarHandle USER_NAME = field("UserName");

  private final MemorySegment segment;

  private CredentialStruct(MemorySegment segment) {
    this.segment = segment;
  }

  /** A generic credential to be written; all that is not given is zero. */
  static CredentialStruct generic(SegmentAllocator allocator, String target, byte[] bytes) {
    CredentialStruct struct = new CredentialStruct(allocator.allocate(LAYOUT));
    TYPE.set(struct.segment, 0L, GENERIC);
    PERSIST.set(struct.segment, 0L, LOCAL_MACHINE);
    TARGET_NAME.set(struct.segment, 0L, allocator.allocateFrom(target, UTF_16LE));
    USER_NAME.set(struct.segment, 0L, allocator.allocateFrom("gatepass", UTF_16LE));
    BLOB.set(struct.segment, 0L, allocator.allocateFrom(JAVA_BYTE, bytes));
    BLOB_SIZE.set(struct.segment, 0L, bytes.length);
    return struct;
  }

  /** The structure that a pointer points at. */
  static CredentialStruct at(MemorySegment pointer) {
    return new CredentialStruct(NativeLibrary.at(pointer, LAYOUT.byteSize()));
  }

  MemorySegment segment() {
    return segment;
  }

  String targetName() {
    MemorySegment name = (MemorySegment) TARGET_NAME.get(segment, 0L);
    return NativeLibrary.at(name, Long.MAX_VALUE).getString(0, UTF_16LE);
  }

  byte[] bytes() {
    return blob().toArray(JAVA_BYTE);
  }

  /** Overwrites the secret bytes. */
  void wipe() {
    blob().fill((byte) 0);
  }

  private MemorySegment blob() {
    MemorySegment blob = (MemorySegment) BLOB.get(segment, 0L);
    return NativeLibrary.at(blob, (int) BLOB_SIZE.get(segment, 0L));
  }

  private static VarHandle field(String name) {
    return LAYOUT.varHandle(PathElement.groupElement(name));
  }
}
