package io.gatepass.adapters.fs.undo.log;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.StorageFailures;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The undo records in {@code undo/<tool>.json} below the state directory, and the credentials among
 * the previous values under {@code gatepass/undo/<tool>/<number>} in the secret store, which is
 * asked only where a record holds one.
 */
public final class FileUndoLog implements UndoLog {
  private static final String SUFFIX = ".json";

  private final Path stateDirectory;
  private final SecretStore secrets;

  /** Keeps its files below the state directory, which is made when needed. */
  public FileUndoLog(Path stateDirectory, SecretStore secrets) {
    this.stateDirectory = stateDirectory;
    this.secrets = secrets;
  }

  /** Where the record of a tool is. */
  public static Path file(Path stateDirectory, ToolId tool) {
    return directory(stateDirectory).resolve(tool + SUFFIX);
  }

  @Override
  public List<ConfiguredTool> configured() {
    List<ConfiguredTool> tools = new ArrayList<>();
    for (ToolId tool : stored()) {
      read(tool).map(RecordJson::tool).ifPresent(tools::add);
    }
    return tools;
  }

  @Override
  public Optional<UndoRecord> find(ToolId tool) {
    return read(tool).map(json -> json.record(kept(tool)::fetch));
  }

  @Override
  public void store(UndoRecord record) {
    ToolId tool = record.tool().id();
    List<String> before = read(tool).map(RecordJson::credentials).orElse(List.of());
    KeptCredentials kept = kept(tool);
    AtomicFile file = file(tool);
    RecordJson json = RecordJson.of(file.path(), record, it -> kept.keep(it, before));
    file.write(json.bytes());
    kept.forgetAllBut(json.credentials(), before);
  }

  @Override
  public void remove(ToolId tool) {
    List<String> credentials = read(tool).map(RecordJson::credentials).orElse(List.of());
    kept(tool).forget(credentials);
    file(tool).delete();
  }

  private Optional<RecordJson> read(ToolId tool) {
    AtomicFile file = file(tool);
    file.removeLeftovers();
    return file.read().map(bytes -> RecordJson.parse(file.path(), bytes));
  }

  private List<ToolId> stored() {
    Path directory = directory(stateDirectory);
    List<ToolId> tools = new ArrayList<>();
    AtomicFile.removeLeftovers(directory);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      files.forEach(file -> tool(file).ifPresent(tools::add));
    } catch (NoSuchFileException e) {
      return List.of(); // no directory, no record
    } catch (DirectoryIteratorException e) {
      throw StorageFailures.reading(directory, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw StorageFailures.reading(directory, e);
    }
    return tools.stream().sorted().toList();
  }

  private AtomicFile file(ToolId tool) {
    return new AtomicFile(file(stateDirectory, tool));
  }

  private KeptCredentials kept(ToolId tool) {
    return new KeptCredentials(secrets, tool);
  }

  private static Path directory(Path stateDirectory) {
    return stateDirectory.resolve("undo");
  }

  private static Optional<ToolId> tool(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return Optional.of(new ToolId(name.substring(0, name.length() - SUFFIX.length())));
    } catch (InvalidSettings e) {
      return Optional.empty(); // no tool's name: then it is no record either
    }
  }
}
