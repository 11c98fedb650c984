package io.gatepass.domain.undo;

import java.util.List;

/**
 * How to take back what was done to one file: each edit, then the containers that were made around
 * them, then the file and its directories, as far as nothing else is in them.
 *
 * @param file the file, absolute, as the tool names it (it may be a link)
 * @param format the file's format, as tool definitions name it
 * @param existed whether the file was there before the first setup
 * @param createdDirectories the directories that had to be made for it, outermost first
 * @param edits the edits, in the order in which they were made
 * @param created pointers of the containers that had to be made, outermost first; the empty pointer
 *     is the document itself
 * @param opened pointers of the containers that stood there as an empty pair of brackets without
 *     even a space, and are closed up again when they are empty
 */
public record FileUndo(
    String file,
    String format,
    boolean existed,
    List<String> createdDirectories,
    List<EditUndo> edits,
    List<String> created,
    List<String> opened) {
  /** Copies the lists. */
  public FileUndo {
    createdDirectories = List.copyOf(createdDirectories);
    edits = List.copyOf(edits);
    created = List.copyOf(created);
    opened = List.copyOf(opened);
  }
}
