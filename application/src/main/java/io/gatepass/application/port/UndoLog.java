package io.gatepass.application.port;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.util.List;
import java.util.Optional;

/**
 * The undo records of the configured tools, one a tool, durable. Credentials among the previous
 * values are kept in the secret store.
 */
public interface UndoLog {
  /** The tools that have a record, by id. Needs no secret store. */
  List<ConfiguredTool> configured();

  /**
   * The tool's record.
   *
   * @throws StorageFailed if it cannot be read
   * @throws SecretStoreUnavailable if it holds a credential and the secret store does not answer
   */
  Optional<UndoRecord> find(ToolId tool);

  /**
   * Stores a record durably in place of the tool's one before.
   *
   * @throws StorageFailed if it cannot be written; the one before stays
   * @throws SecretStoreUnavailable if it holds a credential that cannot be kept; the record before
   *     stays
   */
  void store(UndoRecord record);

  /**
   * Removes the tool's record and the credentials kept for it; nothing where there is none.
   *
   * @throws StorageFailed if it cannot be removed; it stays
   */
  void remove(ToolId tool);
}
