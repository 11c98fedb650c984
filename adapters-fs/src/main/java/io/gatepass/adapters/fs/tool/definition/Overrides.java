package io.gatepass.adapters.fs.tool.definition;

import io.gatepass.adapters.fs.edit.Pointer;
import java.util.List;
import java.util.Optional;

/**
 * What the user or an administrator may have set that defeats what setup writes.
 *
 * @param variables environment variables
 * @param variablesAt where in its files the tool sets environment variables for itself
 * @param managed files of an administrator, whose values count more than the user's
 */
public record Overrides(
    List<Variable> variables, Optional<Pointer> variablesAt, PathTemplates managed) {
  /** Copies the list. */
  public Overrides {
    variables = List.copyOf(variables);
  }

  /**
   * An environment variable.
   *
   * @param name its name
   * @param effect what then happens: a clause that follows a colon, without a full stop
   */
  public record Variable(String name, String effect) {}
}
