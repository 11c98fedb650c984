package io.gatepass.adapters.fs.undo.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.tool.ToolMode;
import io.gatepass.domain.undo.FileUndo;
import io.gatepass.domain.undo.UndoRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An undo record as JSON. It holds no credential, only the keys of those in the secret store. */
final class RecordJson {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int VERSION = 1;

  private final Path file;
  private final JsonNode root;

  private RecordJson(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads what {@link #bytes} gave.
   *
   * @throws StorageFailed naming the file if it is something else
   */
  static RecordJson parse(Path file, byte[] bytes) {
    try {
      RecordJson json = new RecordJson(file, MAPPER.readTree(bytes));
      if (json.root.path("version").asInt() != VERSION) {
        throw json.unreadable(null);
      }
      return json;
    } catch (IOException e) {
      throw new RecordJson(file, MAPPER.missingNode()).unreadable(e);
    }
  }

  /**
   * Spells a record.
   *
   * @param keep keeps a credential and gives its key
   */
  static RecordJson of(Path file, UndoRecord record, Function<Secret, String> keep) {
    ConfiguredTool tool = record.tool();
    ObjectNode root = MAPPER.createObjectNode().put("version", VERSION);
    root.put("tool", tool.id().value());
    root.put("mode", tool.mode().name());
    root.put("since", tool.since().toString());
    FileJson.put(root, "configured", tool.files());
    ArrayNode files = root.putArray("files");
    record.files().forEach(undo -> FileJson.write(files.addObject(), undo, keep));
    return new RecordJson(file, root);
  }

  byte[] bytes() {
    return (root.toPrettyString() + "\n").getBytes(UTF_8);
  }

  ConfiguredTool tool() {
    return reading(() ->
        new ConfiguredTool(
            new ToolId(root.required("tool").asText()),
            ToolMode.valueOf(root.required("mode").asText()),
            FileJson.texts(root, "configured"),
            Instant.parse(root.required("since").asText())));
  }

  UndoRecord record(Function<String, Optional<Secret>> fetch) {
    List<FileUndo> files = new ArrayList<>();
    reading(() -> root.required("files"))
        .forEach(node -> files.add(reading(() -> FileJson.read(node, fetch))));
    return new UndoRecord(tool(), files);
  }

  /** The keys of the credentials. */
  List<String> credentials() {
    return root.findValuesAsText(FileJson.CREDENTIAL);
  }

  private <T> T reading(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable(e);
    }
  }

  private StorageFailed unreadable(@Nullable Exception cause) {
    // Jackson's message may quote the file, and what stands in it is the user's.
    Throwable harmless = cause instanceof JacksonException ? null : cause;
    return new StorageFailed(
        file + " is not an undo record that this version of gatepass can read.",
        "Use the version that wrote it, or move the file away and take its edits back by hand.",
        harmless);
  }
}
