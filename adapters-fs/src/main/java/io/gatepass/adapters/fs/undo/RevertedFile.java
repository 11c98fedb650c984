package io.gatepass.adapters.fs.undo;

import io.gatepass.adapters.fs.edit.Pointer;
import java.util.List;

/**
 * A file's text after undo.
 *
 * @param text the text
 * @param obsolete whether setup made the file and nothing is left in it
 * @param left the values that could not be put back
 */
public record RevertedFile(String text, boolean obsolete, List<Left> left) {
  /** Copies the list. */
  public RevertedFile {
    left = List.copyOf(left);
  }

  /** A value that is not as it was before setup. */
  public record Left(Pointer at, Reason reason) {}

  /** Why a value is not as it was. */
  public enum Reason {
    /** Somebody has changed it since; the change stands. */
    CHANGED,
    /** Somebody has removed it since; the value before was not put back. */
    REMOVED,
    /** The value before was a credential that the secret store no longer has. */
    LOST
  }
}
