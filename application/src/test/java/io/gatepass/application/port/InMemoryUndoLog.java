package io.gatepass.application.port;

import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Undo records in memory. */
public final class InMemoryUndoLog implements UndoLog {
  private final Map<ToolId, UndoRecord> records = new TreeMap<>();
  private @Nullable StorageFailed onStore;

  /** Makes every store fail; null heals it. */
  public void failStoresWith(@Nullable StorageFailed failure) {
    onStore = failure;
  }

  @Override
  public List<ConfiguredTool> configured() {
    return records.values().stream().map(UndoRecord::tool).toList();
  }

  @Override
  public Optional<UndoRecord> find(ToolId tool) {
    return Optional.ofNullable(records.get(tool));
  }

  @Override
  public void store(UndoRecord record) {
    if (onStore != null) {
      throw onStore;
    }
    records.put(record.tool().id(), record);
  }

  @Override
  public void remove(ToolId tool) {
    records.remove(tool);
  }
}
