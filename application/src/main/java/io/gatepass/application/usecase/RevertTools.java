package io.gatepass.application.usecase;

import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Undoes setup for some tools or all. A tool whose undo fails keeps its record for the next run.
 */
public final class RevertTools {
  private final ToolCatalog catalog;
  private final ToolConfigEditor editor;
  private final UndoLog undoLog;

  /**
   * What to undo.
   *
   * @param only these tools; all that are configured where empty
   */
  public record Request(List<ToolId> only) {
    /** Copies the list. */
    public Request {
      only = List.copyOf(only);
    }
  }

  /** What happened to each tool. */
  public record Outcome(List<ToolChange> changes) {
    /** Copies the list. */
    public Outcome {
      changes = List.copyOf(changes);
    }

    /** Whether every tool was put back. */
    public boolean complete() {
      return changes.stream().noneMatch(ToolChange.Failed.class::isInstance);
    }
  }

  /** Wires the use case to its ports. */
  public RevertTools(ToolCatalog catalog, ToolConfigEditor editor, UndoLog undoLog) {
    this.catalog = catalog;
    this.editor = editor;
    this.undoLog = undoLog;
  }

  /**
   * Undoes.
   *
   * @throws InvalidSettings if a named tool is not known
   */
  public Outcome revert(Request request) {
    request.only().forEach(this::requireKnown);
    List<ToolChange> changes = new ArrayList<>();
    if (request.only().isEmpty()) {
      undoLog.all().forEach(record -> changes.add(revert(record)));
    } else {
      request.only().stream().distinct().forEach(tool -> changes.add(revert(tool)));
    }
    return new Outcome(changes);
  }

  private void requireKnown(ToolId tool) {
    if (undoLog.find(tool).isEmpty()) {
      KnownTools.require(catalog, tool);
    }
  }

  private ToolChange revert(ToolId tool) {
    return undoLog
        .find(tool)
        .map(this::revert)
        .orElseGet(() -> new ToolChange.Skipped(tool, "gatepass has not configured it"));
  }

  private ToolChange revert(UndoRecord record) {
    ToolId tool = record.tool().id();
    try {
      return editor.revert(record, undoLog);
    } catch (GatepassException e) {
      return new ToolChange.Failed(tool, e.what(), e.remedy());
    }
  }
}
