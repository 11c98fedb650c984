package io.gatepass.adapters.fs.tool.plan;

import io.gatepass.adapters.fs.tool.definition.EditTemplate.Condition;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition.Note;
import io.gatepass.adapters.fs.tool.override.DefeatingSettings;
import io.gatepass.adapters.fs.tool.override.EditedDocument;
import io.gatepass.adapters.fs.undo.FilePlan.Replaced;
import io.gatepass.adapters.fs.undo.log.FileUndoLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the user should know of an edit: values replaced, and settings that defeat it. */
final class ToolNotes {
  private final ToolDefinition definition;
  private final DefeatingSettings defeating;
  private final Path stateDirectory;

  ToolNotes(ToolDefinition definition, DefeatingSettings defeating, Path stateDirectory) {
    this.definition = definition;
    this.defeating = defeating;
    this.stateDirectory = stateDirectory;
  }

  List<String> of(List<PlannedFile> files, Predicate<Condition> holds) {
    List<String> notes = new ArrayList<>();
    definition.notes().stream()
        .filter(note -> holds.test(note.when()))
        .map(Note::text)
        .forEach(notes::add);
    for (PlannedFile file : files) {
      file.plan().replaced().forEach(it -> notes.add(replaced(file, it)));
      file.format().problem(file.plan().text()).ifPresent(it -> notes.add(unread(file, it)));
    }
    List<EditedDocument> documents = files.stream().map(ToolNotes::document).toList();
    notes.addAll(defeating.of(definition, documents, holds));
    return notes;
  }

  private static EditedDocument document(PlannedFile file) {
    return new EditedDocument(file.file().path(), file.format(), file.plan().text());
  }

  private String replaced(PlannedFile file, Replaced it) {
    String where =
        it.credential()
            ? "the secret store"
            : FileUndoLog.file(stateDirectory, definition.id()).toString();
    return ("%s in %s had another value, which is replaced."
            + " It is kept in %s; gatepass teardown %s puts it back.")
        .formatted(String.join(".", it.at().keys()), file.file(), where, definition.id());
  }

  private String unread(PlannedFile file, String problem) {
    return "%s %s, which gatepass leaves as they are; %s does not read the file until you remove them."
        .formatted(file.file(), problem, definition.displayName());
  }
}
