package io.gatepass.application.usecase.tool;

import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.ToolConfigEditor.PreparedEdit;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The edits of one setup run: each tool's is all or nothing, and all of them can be taken back. */
final class ToolEdits {
  private final ToolConfigEditor editor;
  private final UndoLog undoLog;
  private final Function<DetectedTool, ToolBindings> bindings;
  private final List<Committed> committed = new ArrayList<>();

  private record Committed(ToolId tool, PreparedEdit edit) {}

  ToolEdits(
      ToolConfigEditor editor, UndoLog undoLog, Function<DetectedTool, ToolBindings> bindings) {
    this.editor = editor;
    this.undoLog = undoLog;
    this.bindings = bindings;
  }

  /** Configures one tool; a failure is an outcome, so that the other tools go on. */
  ToolChange apply(DetectedTool tool) {
    try {
      return commit(tool.id(), prepare(tool));
    } catch (GatepassException e) {
      return new ToolChange.Failed(tool.id(), e.what(), e.remedy());
    }
  }

  /** What {@link #apply} would do to one tool. */
  ConfigureTools.Preview preview(DetectedTool tool) {
    try {
      PreparedEdit edit = prepare(tool);
      ToolChange change =
          edit.changes()
              ? new ToolChange.Applied(
                  tool.id(), tool.mode(), tool.level(), tool.files(), edit.notes())
              : new ToolChange.Unchanged(
                  tool.id(), tool.mode(), tool.level(), tool.files(), edit.notes());
      return new ConfigureTools.Preview(change, edit.diff());
    } catch (GatepassException e) {
      return new ConfigureTools.Preview(new ToolChange.Failed(tool.id(), e.what(), e.remedy()), "");
    }
  }

  /** Carries out a tool's prepared edit, which can be taken back from then on. */
  ToolChange commit(ToolId tool, PreparedEdit edit) {
    ToolChange change = edit.commit(undoLog);
    committed.add(new Committed(tool, edit));
    return change;
  }

  /** Decides what to do to one tool; writes nothing. */
  PreparedEdit prepare(DetectedTool tool) {
    return editor.prepare(tool, bindings.apply(tool), undoLog.find(tool.id()));
  }

  /**
   * Takes back what this run has written, the latest first.
   *
   * @return the tools that could not be put back
   */
  List<ToolChange.Failed> rollBack() {
    List<ToolChange.Failed> failed = new ArrayList<>();
    for (Committed it : committed.reversed()) {
      try {
        it.edit().rollBack();
      } catch (GatepassException e) {
        failed.add(new ToolChange.Failed(it.tool(), e.what(), e.remedy()));
      }
    }
    committed.clear();
    return failed;
  }
}
