package io.gatepass.adapters.fs.service.definition;

import java.util.List;

/**
 * A command of the system's.
 *
 * @param argv the program and its arguments; no shell sees them
 * @param mayFail whether a failure says nothing, as of stopping what does not run
 */
public record Step(List<String> argv, boolean mayFail) {
  /** Copies the list. */
  public Step {
    argv = List.copyOf(argv);
  }

  static Step of(String... argv) {
    return new Step(List.of(argv), false);
  }

  static Step trying(String... argv) {
    return new Step(List.of(argv), true);
  }
}
