package io.gatepass.adapters.fs.tool.definition;

import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.tool.definition.EditTemplate.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What the user or an administrator may have set that defeats what setup writes.
 *
 * @param variables environment variables
 * @param variablesAt where in its files the tool sets environment variables for itself
 * @param project files in the folder of a project, which count more there than the user's
 * @param managed files of an administrator, whose values count more than the user's
 * @param registry keys of Windows' registry that do the same
 */
public record Overrides(
    List<Variable> variables,
    Optional<Pointer> variablesAt,
    List<ProjectFile> project,
    PathTemplates managed,
    List<String> registry) {
  /** Copies the lists. */
  public Overrides {
    variables = List.copyOf(variables);
    project = List.copyOf(project);
    registry = List.copyOf(registry);
  }

  /**
   * An environment variable.
   *
   * @param name its name
   * @param effect what then happens: a clause that follows a colon, without a full stop
   * @param when on which condition it matters
   */
  public record Variable(String name, String effect, Condition when) {}

  /**
   * A file in the folder of a project or above it.
   *
   * @param path where it is, below that folder
   * @param format the name of its format
   * @param at the values that matter; where none is named, the file itself does
   * @param effect what then happens: a clause that follows a colon, without a full stop
   */
  public record ProjectFile(String path, String format, List<Pointer> at, String effect) {
    /** Copies the list. */
    public ProjectFile {
      at = List.copyOf(at);
    }
  }
}
