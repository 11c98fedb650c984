package io.gatepass.adapters.fs.undo;

import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.domain.undo.FileUndo;
import java.util.List;

/**
 * What to write to a file, and how to take it back.
 *
 * @param text the whole text to write; the text as it is where nothing changes
 * @param pending what to store before writing: it undoes the text as it is and the text to write
 * @param settled what to store when the text has been written
 * @param replaced the values of somebody else that are replaced
 */
public record FilePlan(String text, FileUndo pending, FileUndo settled, List<Replaced> replaced) {
  /** Copies the list. */
  public FilePlan {
    replaced = List.copyOf(replaced);
  }

  /**
   * A value that was not ours.
   *
   * @param at where it stood
   * @param credential whether it is kept in the secret store
   */
  public record Replaced(Pointer at, boolean credential) {}
}
