package io.gatepass.application.port;

import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.failure.ToolConfigUnreadable;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.undo.UndoRecord;
import java.util.Optional;

/** Edits tools' configuration files without losing a byte, and takes the edits back. */
public interface ToolConfigEditor {
  /**
   * Reads the tool's files and decides what would change. Writes nothing.
   *
   * @param earlier the record of an earlier setup, whose previous values stay the ones to go back
   *     to
   * @throws ToolConfigUnreadable if a file cannot be edited safely
   * @throws StorageFailed if a file cannot be read
   */
  PreparedEdit prepare(DetectedTool tool, ToolBindings bindings, Optional<UndoRecord> earlier);

  /**
   * Puts back what the record says, where the current value is still ours. Running it again after a
   * failure completes the rest.
   *
   * @return {@link ToolChange.Reverted} or {@link ToolChange.Conflict}
   * @throws ToolConfigUnreadable if a file cannot be edited safely any more
   * @throws StorageFailed if a file cannot be written
   */
  ToolChange revert(UndoRecord record);

  /** A decision that has not been carried out. */
  interface PreparedEdit {
    /** Whether carrying it out would write anything to the tool's files. */
    boolean changes();

    /** What to store before {@link #commit}: the earlier record, completed by this edit. */
    UndoRecord undo();

    /** A unified diff of every file, with credentials redacted; empty where nothing changes. */
    String diff();

    /**
     * Writes the files.
     *
     * @return {@link ToolChange.Applied} or {@link ToolChange.Unchanged}
     * @throws StorageFailed if a file cannot be written; all files are as they were
     */
    ToolChange commit();

    /** Puts the bytes back that stood there before {@link #commit}. */
    void rollBack();
  }
}
