package io.gatepass.adapters.fs.tool.definition;

import io.gatepass.domain.platform.Platform.Os;
import java.util.List;
import java.util.Set;

/**
 * A configuration file of a tool.
 *
 * @param path where it is, below the tool's directory; slashes separate
 * @param systems the systems that have it; all where empty
 * @param format the name of its format
 * @param edits the values that setup sets in it, in order
 */
public record ConfigFile(String path, Set<Os> systems, String format, List<EditTemplate> edits) {
  /** Copies the list. */
  public ConfigFile {
    systems = Set.copyOf(systems);
    edits = List.copyOf(edits);
  }
}
