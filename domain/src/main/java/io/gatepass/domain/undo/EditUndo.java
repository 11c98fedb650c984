package io.gatepass.domain.undo;

import java.util.List;

/**
 * How to take back one edit.
 *
 * @param pointer where: a JSON Pointer (RFC 6901) or the format's equivalent
 * @param previous what stood there when it last was not ours
 * @param written the raw texts that setup has written there, or {@code sha256:} and the digest of
 *     one that is a credential; any of them is ours. More than one while a repeated setup is
 *     between its record and its write
 */
public record EditUndo(String pointer, PreviousValue previous, List<String> written) {
  /** Copies the list. */
  public EditUndo {
    written = List.copyOf(written);
  }
}
