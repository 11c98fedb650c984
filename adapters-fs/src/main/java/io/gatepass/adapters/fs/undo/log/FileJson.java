package io.gatepass.adapters.fs.undo.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.undo.EditUndo;
import io.gatepass.domain.undo.FileUndo;
import io.gatepass.domain.undo.PreviousValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One file's part of an undo record as JSON. */
final class FileJson {
  /** The member that names a credential's key. */
  static final String CREDENTIAL = "credential";

  private static final String RAW = "raw";

  private FileJson() {}

  static void write(ObjectNode node, FileUndo undo, Function<Secret, String> keep) {
    node.put("file", undo.file());
    node.put("format", undo.format());
    node.put("existed", undo.existed());
    put(node, "createdDirectories", undo.createdDirectories());
    ArrayNode edits = node.putArray("edits");
    undo.edits().forEach(edit -> write(edits.addObject(), edit, keep));
    put(node, "created", undo.created());
    put(node, "opened", undo.opened());
  }

  static FileUndo read(JsonNode node, Function<String, Optional<Secret>> fetch) {
    List<EditUndo> edits = new ArrayList<>();
    node.required("edits").forEach(edit -> edits.add(edit(edit, fetch)));
    return new FileUndo(
        node.required("file").asText(),
        node.required("format").asText(),
        node.required("existed").asBoolean(),
        texts(node, "createdDirectories"),
        edits,
        texts(node, "created"),
        texts(node, "opened"));
  }

  static void put(ObjectNode node, String name, List<String> texts) {
    texts.forEach(node.putArray(name)::add);
  }

  static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    node.required(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static void write(ObjectNode node, EditUndo edit, Function<Secret, String> keep) {
    node.put("pointer", edit.pointer());
    ObjectNode previous = node.putObject("previous");
    switch (edit.previous()) {
      case PreviousValue.Absent _ -> previous.put("absent", true);
      case PreviousValue.Raw raw -> previous.put(RAW, raw.text());
      case PreviousValue.Credential it -> previous.put(CREDENTIAL, keep.apply(it.text()));
      case PreviousValue.Lost _ -> previous.put("lost", true);
    }
    put(node, "written", edit.written());
  }

  private static EditUndo edit(JsonNode node, Function<String, Optional<Secret>> fetch) {
    return new EditUndo(
        node.required("pointer").asText(),
        previous(node.required("previous"), fetch),
        texts(node, "written"));
  }

  private static PreviousValue previous(JsonNode node, Function<String, Optional<Secret>> fetch) {
    if (node.has(RAW)) {
      return new PreviousValue.Raw(node.get(RAW).asText());
    }
    if (node.has(CREDENTIAL)) {
      return fetch
          .apply(node.get(CREDENTIAL).asText())
          .<PreviousValue>map(PreviousValue.Credential::new)
          .orElseGet(PreviousValue.Lost::new);
    }
    return node.has("lost") ? new PreviousValue.Lost() : new PreviousValue.Absent();
  }
}
