package io.gatepass.adapters.fs.tool.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatepass.adapters.fs.file.StorageFailures;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.ToolId;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tool definitions of the user's or the company's own: {@code tools.d/*.json} beside the settings,
 * by name. One with the id of a bundled tool takes its place. A file that is no definition is
 * warned of and left out.
 */
public final class UserDefinitions {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path directory;
  private final Consumer<String> warnings;

  /**
   * Reads from a directory.
   *
   * @param directory which need not exist
   * @param warnings told of every file that cannot be used, a sentence each
   */
  public UserDefinitions(Path directory, Consumer<String> warnings) {
    this.directory = directory;
    this.warnings = warnings;
  }

  /** Those definitions with the user's in place of them or after them. */
  public ToolDefinitions over(ToolDefinitions bundled) {
    Map<ToolId, ToolDefinition> all = new LinkedHashMap<>();
    bundled.definitions().forEach(it -> all.put(it.id(), it));
    files().stream().flatMap(file -> read(file).stream()).forEach(it -> all.put(it.id(), it));
    return new ToolDefinitions(List.copyOf(all.values()), bundled.installPlaces());
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.json")) {
      entries.forEach(files::add);
    } catch (NoSuchFileException e) {
      return List.of(); // most users have none
    } catch (DirectoryIteratorException e) {
      warnOfDirectory(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      warnOfDirectory(e);
    }
    return files.stream().sorted().toList();
  }

  private void warnOfDirectory(IOException cause) {
    warnings.accept(
        StorageFailures.reading(directory, cause).what()
            + " The tool definitions in it do not count.");
  }

  private Optional<ToolDefinition> read(Path file) {
    try {
      return Optional.of(DefinitionJson.definition(MAPPER.readTree(Files.readAllBytes(file))));
    } catch (JsonProcessingException e) {
      return unusable(file, e.getOriginalMessage());
    } catch (IOException e) {
      return unusable(file, StorageFailures.reading(file, e).what());
    } catch (InvalidSettings e) {
      return unusable(file, e.what());
    } catch (IllegalArgumentException e) {
      return unusable(file, String.valueOf(e.getMessage()));
    }
  }

  private Optional<ToolDefinition> unusable(Path file, String reason) {
    warnings.accept(file + " is no tool definition and does not count: " + reason);
    return Optional.empty();
  }
}
