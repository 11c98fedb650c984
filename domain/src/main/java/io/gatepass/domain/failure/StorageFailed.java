package io.gatepass.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * A file of gatepass or of a tool could not be read or written; the message names it. It is either
 * the old or the new one, whole.
 */
public final class StorageFailed extends GatepassException {
  private static final long serialVersionUID = 1L;

  /** What happened and what to do; neither text may hold a secret. */
  public StorageFailed(String what, String remedy) {
    this(what, remedy, null);
  }

  /** What happened, what to do, and the cause. */
  public StorageFailed(String what, String remedy, @Nullable Throwable cause) {
    super(Kind.FAILED, what, remedy, cause);
  }
}
