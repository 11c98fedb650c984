package io.gatepass.domain.undo;

import io.gatepass.domain.tool.ConfiguredTool;
import java.util.List;

/**
 * What setup did to one tool: stored durably before the first write, removed when the undo is
 * complete.
 *
 * @param tool the tool
 * @param files its files, in the order in which they are undone
 */
public record UndoRecord(ConfiguredTool tool, List<FileUndo> files) {
  /** Copies the files. */
  public UndoRecord {
    files = List.copyOf(files);
  }
}
