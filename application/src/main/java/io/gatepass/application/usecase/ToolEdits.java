package io.gatepass.application.usecase;

import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.ToolConfigEditor.PreparedEdit;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import java.util.ArrayList;
import java.util.List;

/** The edits of one setup run: each tool's is all or nothing, and all of them can be taken back. */
final class ToolEdits {
  private final ToolConfigEditor editor;
  private final UndoLog undoLog;
  private final List<PreparedEdit> committed = new ArrayList<>();

  ToolEdits(ToolConfigEditor editor, UndoLog undoLog) {
    this.editor = editor;
    this.undoLog = undoLog;
  }

  /** Configures one tool; a failure is an outcome, so that the other tools go on. */
  ToolChange apply(DetectedTool tool, ToolBindings bindings) {
    try {
      PreparedEdit edit = editor.prepare(tool, bindings, undoLog.find(tool.id()));
      ToolChange change = edit.commit(undoLog);
      committed.add(edit);
      return change;
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
              ? new ToolChange.Applied(tool.id(), tool.mode(), tool.files(), edit.notes())
              : new ToolChange.Unchanged(tool.id(), tool.mode(), tool.files(), edit.notes());
      return new ConfigureTools.Preview(change, edit.diff());
    } catch (GatepassException e) {
      return new ConfigureTools.Preview(new ToolChange.Failed(tool.id(), e.what(), e.remedy()), "");
    }
  }

  /** Takes back what this run has written, the latest first. */
  void rollBack() {
    committed.reversed().forEach(PreparedEdit::rollBack);
    committed.clear();
  }
}
