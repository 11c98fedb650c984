package io.gatepass.application.port;

import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.DetectedTool.Wants;
import io.gatepass.domain.tool.SupportLevel;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.tool.ToolMode;
import java.util.List;
import java.util.Optional;

/** The tools that gatepass knows. */
public interface ToolCatalog {
  /** Every known tool, in the order in which they are printed. */
  List<ToolId> known();

  /** Every known tool, installed or not, in the same order. */
  List<Description> describe();

  /** The tools that are installed here, in the same order. */
  List<DetectedTool> detect();

  /**
   * What is known of a tool on this system.
   *
   * @param displayName its name as its vendor writes it
   * @param installed whether it is installed here
   * @param files the configuration files that setup edits, absolute; none where the tool does not
   *     exist for this system
   * @param skipped why setup leaves it alone unless it is named; absent for most
   * @param wants what setup has to find out to write its files
   */
  record Description(
      ToolId id,
      String displayName,
      ToolMode mode,
      SupportLevel level,
      boolean installed,
      List<String> files,
      Optional<String> skipped,
      Wants wants) {
    /** Copies the files. */
    public Description {
      files = List.copyOf(files);
    }
  }
}
