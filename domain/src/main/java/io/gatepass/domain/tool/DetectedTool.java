package io.gatepass.domain.tool;

import java.util.List;
import java.util.Optional;

/**
 * A tool found on this machine.
 *
 * @param id the tool
 * @param displayName its name as its vendor writes it
 * @param mode how it gets its key
 * @param level how sure we are of it
 * @param files the configuration files that setup would edit, absolute
 * @param skipped why setup leaves it alone unless it is named; absent for most
 */
public record DetectedTool(
    ToolId id,
    String displayName,
    ToolMode mode,
    SupportLevel level,
    List<String> files,
    Optional<String> skipped) {
  /** Copies the files. */
  public DetectedTool {
    files = List.copyOf(files);
  }
}
