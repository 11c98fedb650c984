package io.gatepass.adapters.fs.tool.plan;

import io.gatepass.domain.undo.UndoRecord;
import java.util.List;

/**
 * What setup would do to a tool's files.
 *
 * @param files the files, in the order in which they are written
 * @param pending the record to store before writing
 * @param settled the record to store when all is written
 * @param notes what the user should know
 */
public record ToolPlan(
    List<PlannedFile> files, UndoRecord pending, UndoRecord settled, List<String> notes) {
  /** Copies the lists. */
  public ToolPlan {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /** Whether anything would be written. */
  public boolean changes() {
    return files.stream().anyMatch(PlannedFile::changes);
  }
}
