package io.gatepass.domain.tool;

import java.time.Instant;
import java.util.List;

/**
 * A tool that setup has configured.
 *
 * @param id the tool
 * @param mode how it gets its key
 * @param files the files that were edited, absolute
 * @param since when it was first configured
 */
public record ConfiguredTool(ToolId id, ToolMode mode, List<String> files, Instant since) {
  /** Copies the files. */
  public ConfiguredTool {
    files = List.copyOf(files);
  }
}
