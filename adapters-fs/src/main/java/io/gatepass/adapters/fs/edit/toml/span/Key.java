package io.gatepass.adapters.fs.edit.toml.span;

import java.util.List;

/**
 * A key, dotted or not.
 *
 * @param parts its parts, unquoted
 * @param start where its first part starts
 * @param ends where each part ends, exclusive
 */
public record Key(List<String> parts, int start, List<Integer> ends) {
  /** Copies the lists. */
  public Key {
    parts = List.copyOf(parts);
    ends = List.copyOf(ends);
  }

  /** The last part. */
  public String last() {
    return parts.getLast();
  }

  /** Where its last part ends, exclusive. */
  public int end() {
    return ends.getLast();
  }
}
