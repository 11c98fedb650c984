package io.gatepass.application.port;

import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolId;
import java.util.List;

/** The tools that gatepass knows. */
public interface ToolCatalog {
  /** Every known tool, in the order in which they are printed. */
  List<ToolId> known();

  /** The tools that are installed here, in the same order. */
  List<DetectedTool> detect();
}
