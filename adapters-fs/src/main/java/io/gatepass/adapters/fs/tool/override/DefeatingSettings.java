package io.gatepass.adapters.fs.tool.override;

import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.tool.definition.EditTemplate.Condition;
import io.gatepass.adapters.fs.tool.definition.Overrides;
import io.gatepass.adapters.fs.tool.definition.Overrides.Variable;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition;
import io.gatepass.adapters.fs.tool.detect.PlatformPaths;
import io.gatepass.domain.tool.ToolMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what defeats the edits of a tool: variables, files of a project, an administrator's files
 * and registry keys; tools.md, "Overrides that defeat us".
 */
public final class DefeatingSettings {
  private final PlatformPaths paths;
  private final Registry registry;
  private final ProjectFiles projectFiles;

  /**
   * Looks on that platform.
   *
   * @param formats the format of that name
   */
  public DefeatingSettings(
      PlatformPaths paths, Registry registry, Function<String, DocumentFormat> formats) {
    this.paths = paths;
    this.registry = registry;
    this.projectFiles = new ProjectFiles(paths.platform(), formats);
  }

  /**
   * What there is to say of a tool: one sentence each.
   *
   * @param files its files as setup leaves them
   * @param holds which conditions hold in this setup
   */
  public List<String> of(
      ToolDefinition definition, List<EditedDocument> files, Predicate<Condition> holds) {
    Overrides overrides = definition.overrides();
    List<String> notes = new ArrayList<>();
    overrides.variables().stream()
        .filter(variable -> holds.test(variable.when()))
        .forEach(variable -> overriding(variable, overrides, files, notes));
    notes.addAll(projectFiles.notes(overrides.project()));
    managed(overrides).forEach(place -> notes.add(managed(definition, place)));
    if (definition.mode() == ToolMode.PROXY) {
      LoopbackProxyNote.of(definition.displayName(), paths.platform()).ifPresent(notes::add);
    }
    return notes;
  }

  private void overriding(
      Variable variable, Overrides overrides, List<EditedDocument> files, List<String> notes) {
    if (paths.platform().variable(variable.name()).isPresent()) {
      notes.add(
          "%s is set in the environment: %s. Unset it."
              .formatted(variable.name(), variable.effect()));
    }
    for (EditedDocument file : files) {
      if (isSetIn(file, variable, overrides)) {
        notes.add(
            "%s is set in %s: %s. Remove it there."
                .formatted(variable.name(), file.file(), variable.effect()));
      }
    }
  }

  private static boolean isSetIn(EditedDocument file, Variable variable, Overrides overrides) {
    return overrides
        .variablesAt()
        .map(at -> at.child(variable.name()))
        .filter(file::sets)
        .isPresent();
  }

  private Stream<String> managed(Overrides overrides) {
    return Stream.concat(
        paths.existing(overrides.managed()).map(Object::toString),
        overrides.registry().stream().filter(registry::has));
  }

  private static String managed(ToolDefinition definition, String place) {
    return ("Your organization manages %s by %s:"
            + " what it sets there counts more than what gatepass sets.")
        .formatted(definition.displayName(), place);
  }
}
