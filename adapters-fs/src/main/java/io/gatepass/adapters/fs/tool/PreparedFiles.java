package io.gatepass.adapters.fs.tool;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.tool.ToolLocks.Held;
import io.gatepass.adapters.fs.tool.plan.PlannedFile;
import io.gatepass.adapters.fs.tool.plan.ToolPlan;
import io.gatepass.adapters.fs.tool.plan.UnifiedDiff;
import io.gatepass.application.port.ToolConfigEditor.PreparedEdit;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A plan and how to carry it out. The files may have changed by then, so the plan is made anew
 * under the lock; if they change even between that and the write, once more.
 */
final class PreparedFiles implements PreparedEdit {
  private static final int ATTEMPTS = 5;

  private final DetectedTool tool;
  private final Function<Optional<UndoRecord>, ToolPlan> planner;
  private final ToolLocks locks;
  private final ToolPlan prepared;
  private final WrittenFiles written = new WrittenFiles();
  private Runnable restoreRecord = () -> {};

  PreparedFiles(
      DetectedTool tool,
      Function<Optional<UndoRecord>, ToolPlan> planner,
      ToolLocks locks,
      ToolPlan prepared) {
    this.tool = tool;
    this.planner = planner;
    this.locks = locks;
    this.prepared = prepared;
  }

  @Override
  public boolean changes() {
    return prepared.changes();
  }

  @Override
  public List<String> notes() {
    return prepared.notes();
  }

  @Override
  public String diff() {
    return UnifiedDiff.of(prepared);
  }

  @Override
  public ToolChange commit(UndoLog log) {
    try (Held _ = locks.acquire(id(), tool.files())) {
      tool.files().forEach(file -> new AtomicFile(Path.of(file)).removeLeftovers());
      Optional<UndoRecord> earlier = log.find(id());
      Optional<UndoRecord> stored = earlier;
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        ToolPlan plan = planner.apply(stored);
        if (carryOut(plan, stored, earlier, log)) {
          return change(plan);
        }
        stored = Optional.of(plan.pending());
      }
      putBack();
      throw new StorageFailed(
          String.join(", ", tool.files()) + " keeps changing while it is edited.",
          "Close " + tool.displayName() + " and run gatepass setup again.");
    }
  }

  @Override
  public void rollBack() {
    if (!written.names().isEmpty()) {
      try (Held _ = locks.acquire(id(), tool.files())) {
        putBack();
      }
    }
  }

  private ToolChange change(ToolPlan plan) {
    List<String> files = plan.files().stream().map(it -> it.file().path().toString()).toList();
    return written.names().isEmpty()
        ? new ToolChange.Unchanged(id(), tool.mode(), tool.level(), files, plan.notes())
        : new ToolChange.Applied(id(), tool.mode(), tool.level(), files, plan.notes());
  }

  /** Whether all is done; if not, a file has changed since the plan was made. */
  private boolean carryOut(
      ToolPlan plan, Optional<UndoRecord> stored, Optional<UndoRecord> earlier, UndoLog log) {
    if (!plan.changes()) {
      stored.filter(it -> !it.equals(plan.settled())).ifPresent(_ -> log.store(plan.settled()));
      return true;
    }
    boolean failed = true;
    try {
      log.store(plan.pending());
      restoreRecord = () -> earlier.ifPresentOrElse(log::store, () -> log.remove(id()));
      boolean complete =
          plan.files().stream().filter(PlannedFile::changes).allMatch(written::write);
      if (complete) {
        log.store(plan.settled());
      }
      failed = false;
      return complete;
    } finally {
      if (failed) {
        putBack();
      }
    }
  }

  // Where somebody has changed a file since, the record stays: it is what can still undo our part.
  private void putBack() {
    if (written.restore()) {
      restoreRecord.run();
    }
    restoreRecord = () -> {};
  }

  private ToolId id() {
    return tool.id();
  }
}
