package io.gatepass.adapters.fs.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was installed, so that it can be removed to the byte: {@code proxy-service.json}. */
final class ServiceRecord {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final AtomicFile file;

  ServiceRecord(Path stateDirectory) {
    this.file = new AtomicFile(stateDirectory.resolve("proxy-service.json"));
  }

  /**
   * An installed service.
   *
   * @param by who has installed it
   * @param file the file that defines it
   * @param createdDirectories the directories that had to be made for it, outermost first
   */
  record Entry(Installer by, Path file, List<Path> createdDirectories) {
    Entry {
      createdDirectories = List.copyOf(createdDirectories);
    }
  }

  Optional<Entry> read() {
    return file.read().map(this::parse);
  }

  void write(Entry entry) {
    ObjectNode root = MAPPER.createObjectNode().put("version", 1);
    root.put("installedBy", entry.by().name().toLowerCase(Locale.ROOT));
    root.put("file", entry.file().toString());
    entry.createdDirectories().stream()
        .map(Path::toString)
        .forEach(root.putArray("createdDirectories")::add);
    file.write((root.toPrettyString() + "\n").getBytes(UTF_8));
  }

  void delete() {
    file.delete();
  }

  private Entry parse(byte[] bytes) {
    try {
      JsonNode root = MAPPER.readTree(bytes);
      List<Path> directories = new ArrayList<>();
      root.required("createdDirectories").forEach(it -> directories.add(Path.of(it.asText())));
      return new Entry(
          Installer.valueOf(root.required("installedBy").asText().toUpperCase(Locale.ROOT)),
          Path.of(root.required("file").asText()),
          directories);
    } catch (JacksonException | IllegalArgumentException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private StorageFailed unreadable(Exception cause) {
    return new StorageFailed(
        file + " does not say what this version of gatepass can read.",
        "Use the version that wrote it, or remove the proxy's service by hand and then this file.",
        cause);
  }
}
