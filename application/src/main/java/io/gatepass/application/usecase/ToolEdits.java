package io.gatepass.application.usecase;

import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.ToolConfigEditor.PreparedEdit;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The edits of one setup run: each tool's is all or nothing, and all of them can be taken back. The
 * undo record is stored before the first write, so that a crash in between loses nothing.
 */
final class ToolEdits {
  private final ToolConfigEditor editor;
  private final UndoLog undoLog;
  private final List<Committed> committed = new ArrayList<>();

  private record Committed(ToolId tool, PreparedEdit edit, Optional<UndoRecord> earlier) {}

  ToolEdits(ToolConfigEditor editor, UndoLog undoLog) {
    this.editor = editor;
    this.undoLog = undoLog;
  }

  /** Configures one tool; a failure is an outcome, so that the other tools go on. */
  ToolChange apply(DetectedTool tool, ToolBindings bindings) {
    try {
      Optional<UndoRecord> earlier = undoLog.find(tool.id());
      PreparedEdit edit = editor.prepare(tool, bindings, earlier);
      return edit.changes() ? commit(tool.id(), edit, earlier) : edit.commit();
    } catch (GatepassException e) {
      return new ToolChange.Failed(tool.id(), e.what(), e.remedy());
    }
  }

  /** What {@link #apply} would do to one tool. */
  ConfigureTools.Preview preview(DetectedTool tool, ToolBindings bindings) {
    try {
      PreparedEdit edit = editor.prepare(tool, bindings, undoLog.find(tool.id()));
      ToolChange change =
          edit.changes()
              ? new ToolChange.Applied(tool.id(), tool.mode(), tool.files(), List.of())
              : new ToolChange.Unchanged(tool.id(), tool.mode(), tool.files(), List.of());
      return new ConfigureTools.Preview(change, edit.diff());
    } catch (GatepassException e) {
      return new ConfigureTools.Preview(new ToolChange.Failed(tool.id(), e.what(), e.remedy()), "");
    }
  }

  /** Takes back what this run has written, the latest first. */
  void rollBack() {
    committed.reversed().forEach(this::rollBack);
    committed.clear();
  }

  private ToolChange commit(ToolId tool, PreparedEdit edit, Optional<UndoRecord> earlier) {
    undoLog.store(edit.undo());
    try {
      ToolChange change = edit.commit();
      committed.add(new Committed(tool, edit, earlier));
      return change;
    } catch (GatepassException e) {
      restoreRecord(tool, earlier);
      throw e;
    }
  }

  private void rollBack(Committed it) {
    it.edit().rollBack();
    restoreRecord(it.tool(), it.earlier());
  }

  private void restoreRecord(ToolId tool, Optional<UndoRecord> earlier) {
    earlier.ifPresentOrElse(undoLog::store, () -> undoLog.remove(tool));
  }
}
