package io.gatepass.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * A tool's configuration file cannot be edited safely: it does not parse, holds the wrong type on
 * the path, or repeats a key. Nothing was written.
 */
public final class ToolConfigUnreadable extends GatepassException {
  private static final long serialVersionUID = 1L;

  /** What happened and what to do; neither text may hold a secret. */
  public ToolConfigUnreadable(String what, String remedy) {
    this(what, remedy, null);
  }

  /** What happened, what to do, and the cause. */
  public ToolConfigUnreadable(String what, String remedy, @Nullable Throwable cause) {
    super(Kind.FAILED, what, remedy, cause);
  }
}
