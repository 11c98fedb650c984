package io.gatepass.application.usecase.tool;

import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
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

  /**
   * What happened.
   *
   * @param changes to each tool
   * @param nothingLeft whether no tool is configured any more
   */
  public record Outcome(List<ToolChange> changes, boolean nothingLeft) {
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
    List<ToolId> tools = request.only().isEmpty() ? configured() : request.only();
    List<ToolChange> changes = tools.stream().distinct().map(this::revert).toList();
    return new Outcome(changes, undoLog.configured().isEmpty());
  }

  private List<ToolId> configured() {
    return undoLog.configured().stream().map(ConfiguredTool::id).toList();
  }

  private void requireKnown(ToolId tool) {
    if (!configured().contains(tool)) {
      ToolSelection.requireKnown(catalog, tool);
    }
  }

  private ToolChange revert(ToolId tool) {
    try {
      return undoLog
          .find(tool)
          .map(record -> editor.revert(record, undoLog))
          .orElseGet(() -> new ToolChange.Skipped(tool, "gatepass has not configured it"));
    } catch (GatepassException e) {
      return new ToolChange.Failed(tool, e.what(), e.remedy());
    }
  }
}
