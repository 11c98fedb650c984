package io.gatepass.adapters.fs.tool.definition;

import java.util.List;

/**
 * A configuration file of a tool.
 *
 * @param path where it is, below the tool's directory; slashes separate
 * @param format the name of its format
 * @param edits the values that setup sets in it, in order
 */
public record ConfigFile(String path, String format, List<EditTemplate> edits) {
  /** Copies the list. */
  public ConfigFile {
    edits = List.copyOf(edits);
  }
}
