package io.gatepass.adapters.fs.tool.plan;

import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.tool.definition.Overrides;
import io.gatepass.adapters.fs.tool.definition.Overrides.Variable;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition;
import io.gatepass.adapters.fs.tool.detect.LoopbackProxyNote;
import io.gatepass.adapters.fs.tool.detect.PlatformPaths;
import io.gatepass.adapters.fs.undo.FilePlan.Replaced;
import io.gatepass.adapters.fs.undo.log.FileUndoLog;
import io.gatepass.domain.tool.ToolMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the user should know of an edit: values replaced, and settings that defeat it. */
final class ToolNotes {
  private final ToolDefinition definition;
  private final PlatformPaths paths;
  private final Path stateDirectory;

  ToolNotes(ToolDefinition definition, PlatformPaths paths, Path stateDirectory) {
    this.definition = definition;
    this.paths = paths;
    this.stateDirectory = stateDirectory;
  }

  List<String> of(List<PlannedFile> files) {
    List<String> notes = new ArrayList<>(definition.notes());
    for (PlannedFile file : files) {
      file.plan().replaced().forEach(it -> notes.add(replaced(file, it)));
      file.format().problem(file.plan().text()).ifPresent(it -> notes.add(unread(file, it)));
    }
    Overrides overrides = definition.overrides();
    for (Variable variable : overrides.variables()) {
      overriding(variable, files, notes);
    }
    paths.existing(overrides.managed()).forEach(file -> notes.add(managed(file)));
    if (definition.mode() == ToolMode.PROXY) {
      LoopbackProxyNote.of(definition.displayName(), paths.platform()).ifPresent(notes::add);
    }
    return notes;
  }

  private String replaced(PlannedFile file, Replaced it) {
    String where =
        it.credential()
            ? "the secret store"
            : FileUndoLog.file(stateDirectory, definition.id()).toString();
    return ("%s in %s had another value, which is replaced."
            + " It is kept in %s; gatepass teardown %s puts it back.")
        .formatted(words(it.at()), file.file(), where, definition.id());
  }

  private String unread(PlannedFile file, String problem) {
    return "%s %s, which gatepass leaves as they are; %s does not read the file until you remove them."
        .formatted(file.file(), problem, definition.displayName());
  }

  private void overriding(Variable variable, List<PlannedFile> files, List<String> notes) {
    if (paths.platform().variable(variable.name()).isPresent()) {
      notes.add(
          "%s is set in the environment: %s. Unset it."
              .formatted(variable.name(), variable.effect()));
    }
    for (PlannedFile file : files) {
      if (isSetIn(file, variable)) {
        notes.add(
            "%s is set in %s: %s. Remove it there."
                .formatted(variable.name(), file.file(), variable.effect()));
      }
    }
  }

  private boolean isSetIn(PlannedFile file, Variable variable) {
    return definition
        .overrides()
        .variablesAt()
        .map(at -> at.child(variable.name()))
        .filter(at -> isSet(file, at))
        .isPresent();
  }

  private static boolean isSet(PlannedFile file, Pointer at) {
    try {
      return file.format().find(file.plan().text(), at).isPresent();
    } catch (UneditableDocument e) {
      return true; // the key is there twice, the rest has parsed
    }
  }

  private String managed(Path file) {
    return ("Your organization manages %s by %s:"
            + " what it sets there counts more than what gatepass sets.")
        .formatted(definition.displayName(), file);
  }

  /** A pointer as a person reads it. */
  private static String words(Pointer at) {
    return String.join(".", at.keys());
  }
}
