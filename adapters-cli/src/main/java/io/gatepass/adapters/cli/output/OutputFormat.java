package io.gatepass.adapters.cli.output;

import java.util.Locale;

/** How a command prints its result. */
public enum OutputFormat {
  /** For a person. */
  TEXT,
  /** For a program: one object, documented and stable. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
