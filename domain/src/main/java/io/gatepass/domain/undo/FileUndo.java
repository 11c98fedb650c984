package io.gatepass.domain.undo;

import java.util.List;

/**
 * How to take back what was done to one file.
 *
 * @param file the file, absolute, as the tool names it (it may be a link)
 * @param format the file's format, as tool definitions name it
 * @param existed whether the file was there before the first setup
 * @param createdDirectories the directories that had to be made for it, outermost first
 * @param edits the edits, in the order in which they were made
 */
public record FileUndo(
    String file,
    String format,
    boolean existed,
    List<String> createdDirectories,
    List<EditUndo> edits) {
  /** Copies the lists. */
  public FileUndo {
    createdDirectories = List.copyOf(createdDirectories);
    edits = List.copyOf(edits);
  }
}
