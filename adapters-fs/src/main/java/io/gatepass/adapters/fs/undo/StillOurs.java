package io.gatepass.adapters.fs.undo;

import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.text.Digest;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.domain.undo.EditUndo;
import io.gatepass.domain.undo.FileUndo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of an earlier setup is still in a text: the values that nobody has changed since, and the
 * containers around them. The rest of the record no longer describes the file and is dropped.
 *
 * @param edits the edits, by where they are
 * @param created the containers that setup made
 * @param opened the containers that setup opened
 */
record StillOurs(Map<Pointer, EditUndo> edits, List<Pointer> created, List<Pointer> opened) {

  static StillOurs in(DocumentFormat format, String text, Optional<FileUndo> earlier)
      throws UneditableDocument {
    Map<Pointer, EditUndo> edits = new LinkedHashMap<>();
    for (EditUndo edit : earlier.map(FileUndo::edits).orElse(List.of())) {
      Pointer at = Pointer.parse(edit.pointer());
      Optional<String> current = format.find(text, at);
      if (current.isPresent() && isOurs(format, edit, current.get())) {
        edits.put(at, edit);
      }
    }
    return new StillOurs(
        edits,
        around(edits, earlier.map(FileUndo::created)),
        around(edits, earlier.map(FileUndo::opened)));
  }

  /** Whether a value is one that setup has written. */
  static boolean isOurs(DocumentFormat format, EditUndo edit, String current) {
    return edit.written().stream()
        .anyMatch(written ->
            Digest.isOne(written)
                ? written.equals(Digest.of(format.normal(current)))
                : format.same(written, current));
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  Optional<EditUndo> find(Pointer at) {
    return Optional.ofNullable(edits.get(at));
  }

  private static List<Pointer> around(
      Map<Pointer, EditUndo> edits, Optional<List<String>> containers) {
    return containers.orElse(List.of()).stream()
        .map(Pointer::parse)
        .filter(container -> edits.keySet().stream().anyMatch(container::contains))
        .toList();
  }
}
