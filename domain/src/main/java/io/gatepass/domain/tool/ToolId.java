package io.gatepass.domain.tool;

import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;

/**
 * A tool's id, such as {@code claude-code}: lower-case letters, digits and dashes, starting with a
 * letter.
 *
 * @param value the id
 */
public record ToolId(String value) implements Comparable<ToolId> {
  /** Rejects what is no id. */
  public ToolId {
    if (!value.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new InvalidSettings(
          Kind.USAGE,
          "\"" + value + "\" is not a tool id: lower-case letters, digits and dashes.",
          "Name a tool such as claude-code.");
    }
  }

  @Override
  public int compareTo(ToolId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
