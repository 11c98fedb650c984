package io.gatepass.adapters.fs.edit.toml.span;

import java.util.List;
import java.util.Optional;

/**
 * The lines under a table header, or those before the first one.
 *
 * @param header the header; absent for the root's section
 * @param start where its first line starts
 * @param end where the line of the next header starts, or the text ends
 * @param last whether it is the document's last section
 * @param entries its keys and values, in order
 */
public record Section(
    Optional<Header> header, int start, int end, boolean last, List<Entry> entries) {
  /** Copies the list. */
  public Section {
    entries = List.copyOf(entries);
  }

  /**
   * A table header.
   *
   * @param start its opening bracket
   * @param end after its closing bracket
   * @param key the table's key
   * @param array whether it has double brackets and so starts an element of an array of tables
   */
  public record Header(int start, int end, Key key, boolean array) {}
}
