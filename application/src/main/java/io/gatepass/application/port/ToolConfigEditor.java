package io.gatepass.application.port;

import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.failure.ToolConfigUnreadable;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.undo.UndoRecord;
import java.util.List;
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
   * Puts back what the record says, where the current value is still ours, and removes the record
   * from the log when all of it is done, under the same lock. Running it again after a failure
   * completes the rest.
   *
   * @return {@link ToolChange.Reverted} or {@link ToolChange.Conflict}
   * @throws ToolConfigUnreadable if a file cannot be edited safely any more; the record stays
   * @throws StorageFailed if a file cannot be written; the record stays
   */
  ToolChange revert(UndoRecord record, UndoLog log);

  /**
   * Looks whether the tool's files still hold what the record says setup has written.
   *
   * @return one sentence a value that is no longer ours; none where all are
   * @throws ToolConfigUnreadable if a file does not parse any more
   * @throws StorageFailed if a file cannot be read
   */
  List<String> drift(UndoRecord record);

  /** A decision that has not been carried out. */
  interface PreparedEdit {
    /** Whether carrying it out would write anything to the tool's files. */
    boolean changes();

    /** What the user should know: a foreign value replaced, a variable that beats the edit. */
    List<String> notes();

    /** A unified diff of every file, with credentials redacted; empty where nothing changes. */
    String diff();

    /**
     * Stores the undo record, writes the files, and stores what is left to undo; all of it under
     * the lock of the tool's files, because a record must describe the very bytes it is stored for.
     * A file that has changed since {@link #prepare} is read and edited anew.
     *
     * @return {@link ToolChange.Applied} or {@link ToolChange.Unchanged}
     * @throws ToolConfigUnreadable if a file has changed and cannot be edited safely any more
     * @throws StorageFailed if a file or the record cannot be written; all are as they were
     */
    ToolChange commit(UndoLog log);

    /**
     * Puts the bytes and the record back that stood there before {@link #commit}; nothing where it
     * wrote nothing.
     */
    void rollBack();
  }
}
