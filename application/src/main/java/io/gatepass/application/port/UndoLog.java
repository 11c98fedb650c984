package io.gatepass.application.port;

import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.util.List;
import java.util.Optional;

/**
 * The undo records of the configured tools, one a tool, durable. Credentials among the previous
 * values are kept in the secret store.
 */
public interface UndoLog {
  /** Every record, by tool id. */
  List<UndoRecord> all();

  /** The tool's record. */
  Optional<UndoRecord> find(ToolId tool);

  /**
   * Stores a record durably in place of the tool's one before.
   *
   * @throws StorageFailed if it cannot be written; the one before stays
   */
  void store(UndoRecord record);

  /** Removes the tool's record and the credentials kept for it. */
  void remove(ToolId tool);
}
