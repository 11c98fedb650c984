package io.gatepass.domain.undo;

import java.util.List;

/**
 * How to take back one edit.
 *
 * @param pointer where: a JSON Pointer (RFC 6901) or the format's equivalent
 * @param previous what stood there before the first setup
 * @param written the raw texts that setup has written there; any of them is ours. More than one
 *     while a repeated setup is between its record and its write
 * @param createdParents pointers of the containers that had to be made, outermost first
 */
public record EditUndo(
    String pointer, PreviousValue previous, List<String> written, List<String> createdParents) {
  /** Copies the lists. */
  public EditUndo {
    written = List.copyOf(written);
    createdParents = List.copyOf(createdParents);
  }
}
