package io.gatepass.adapters.fs.tool.definition;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatepass.adapters.fs.file.StorageFailures;
import io.gatepass.adapters.fs.tool.definition.schema.DefinitionSchema;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.ToolId;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    List<Path> files = files();
    if (!files.isEmpty()) {
      addTo(all, files, DefinitionSchema.published());
    }
    return new ToolDefinitions(List.copyOf(all.values()), bundled.installPlaces());
  }

  private void addTo(Map<ToolId, ToolDefinition> all, List<Path> files, DefinitionSchema schema) {
    Map<ToolId, Path> places = new HashMap<>();
    for (Path file : files) {
      read(file, schema)
          .ifPresent(it -> {
            all.put(it.id(), it);
            Path earlier = places.put(it.id(), file);
            if (earlier != null) {
              warnings.accept(
                  "%s takes the place of %s: both define the tool %s. Remove one of them."
                      .formatted(file, earlier, it.id()));
            }
          });
    }
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

  private Optional<ToolDefinition> read(Path file, DefinitionSchema schema) {
    try {
      JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
      List<String> violations = schema.violations(node);
      return violations.isEmpty()
          ? Optional.of(DefinitionJson.definition(node))
          : unusable(file, schema, violations);
    } catch (JsonProcessingException e) {
      return unusable(file, schema, List.of(place(e.getLocation()) + "it is not JSON"));
    } catch (IOException e) {
      warnings.accept(
          StorageFailures.reading(file, e).what() + " The tool definition in it does not count.");
      return Optional.empty();
    } catch (InvalidSettings | IllegalArgumentException e) {
      return unusable(file, schema, List.of(String.valueOf(e.getMessage())));
    }
  }

  private Optional<ToolDefinition> unusable(
      Path file, DefinitionSchema schema, List<String> violations) {
    int more = violations.size() - 1;
    warnings.accept(
        "%s is no tool definition and does not count: %s%s. Correct it; %s says how it must look."
            .formatted(
                file,
                violations.getFirst(),
                more > 0 ? " (and " + more + " more)" : "",
                schema.address()));
    return Optional.empty();
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : "line %d, column %d: ".formatted(location.getLineNr(), location.getColumnNr());
  }
}
