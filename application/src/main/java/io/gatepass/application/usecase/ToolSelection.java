package io.gatepass.application.usecase;

import io.gatepass.application.port.ToolCatalog;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of the tools on this machine setup deals with.
 *
 * @param selected the tools to configure, in the catalog's order
 * @param left what is said of the others
 */
record ToolSelection(List<DetectedTool> selected, List<ToolChange> left) {
  /**
   * Detects and selects.
   *
   * @param only these tools; every installed one where empty
   * @throws InvalidSettings if a named tool is not known
   */
  static ToolSelection of(ToolCatalog catalog, List<ToolId> only) {
    only.forEach(tool -> KnownTools.require(catalog, tool));
    List<DetectedTool> selected = new ArrayList<>();
    List<ToolChange> left = new ArrayList<>();
    List<DetectedTool> detected = catalog.detect();
    for (DetectedTool tool : detected) {
      if (only.contains(tool.id()) || (only.isEmpty() && tool.skipped().isEmpty())) {
        selected.add(tool);
      } else if (only.isEmpty()) {
        left.add(new ToolChange.Skipped(tool.id(), tool.skipped().orElseThrow()));
      }
    }
    List<ToolId> found = detected.stream().map(DetectedTool::id).toList();
    only.stream()
        .distinct()
        .filter(tool -> !found.contains(tool))
        .forEach(t -> left.add(missing(t)));
    return new ToolSelection(selected, left);
  }

  private static ToolChange missing(ToolId tool) {
    return new ToolChange.Failed(
        tool, "It was not found on this machine.", "Install it and run gatepass setup again.");
  }
}
