package io.gatepass.application.port;

import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Undo records in memory. */
public final class InMemoryUndoLog implements UndoLog {
  private final Map<ToolId, UndoRecord> records = new TreeMap<>();

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
    records.put(record.tool().id(), record);
  }

  @Override
  public void remove(ToolId tool) {
    records.remove(tool);
  }
}
