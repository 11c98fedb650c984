package io.gatepass.adapters.fs.tool;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.tool.ToolLocks.Held;
import io.gatepass.adapters.fs.tool.plan.ToolPlan;
import io.gatepass.adapters.fs.tool.plan.ToolPlanner;
import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.undo.UndoRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Edits the files of the defined tools; tools.md, "Editing without losing a byte". Every file is
 * replaced whole or not at all, under a lock against other processes of gatepass, and against a
 * change by anybody else it is compared with what was read at the last moment before it is
 * replaced.
 */
public final class LosslessToolConfigEditor implements ToolConfigEditor {
  private final ToolPlanner planner;
  private final ToolLocks locks;

  /** Edits as planned, under these locks. */
  public LosslessToolConfigEditor(ToolPlanner planner, FileLocks locks) {
    this.planner = planner;
    this.locks = new ToolLocks(locks);
  }

  @Override
  public PreparedEdit prepare(
      DetectedTool tool, ToolBindings bindings, Optional<UndoRecord> earlier) {
    Function<Optional<UndoRecord>, ToolPlan> plan = it -> planner.plan(tool, bindings, it);
    return new PreparedFiles(tool, plan, locks, plan.apply(earlier));
  }

  @Override
  public List<String> drift(UndoRecord record) {
    return record.files().stream().flatMap(file -> ToolDrift.of(file).stream()).toList();
  }

  @Override
  public ToolChange revert(UndoRecord record, UndoLog log) {
    ConfiguredTool tool = record.tool();
    try (Held _ = locks.acquire(tool.id(), tool.files())) {
      ToolChange change =
          log.find(tool.id())
              .map(it -> new ToolReverter().revert(it))
              .orElseGet(() -> new ToolChange.Reverted(tool.id(), tool.files()));
      log.remove(tool.id());
      return change;
    }
  }
}
