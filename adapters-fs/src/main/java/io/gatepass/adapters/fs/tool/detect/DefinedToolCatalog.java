package io.gatepass.adapters.fs.tool.detect;

import io.gatepass.adapters.fs.tool.definition.ToolDefinition;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.application.port.ToolCatalog;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tools of the tool definitions. One is installed where its own directory is there and one of
 * its programs is found; tools.md, "Detection".
 */
public final class DefinedToolCatalog implements ToolCatalog {
  private final ToolDefinitions definitions;
  private final PlatformPaths paths;
  private final Programs programs;

  /** Looks for the defined tools on that platform. */
  public DefinedToolCatalog(ToolDefinitions definitions, PlatformPaths paths) {
    this.definitions = definitions;
    this.paths = paths;
    this.programs = new Programs(paths, definitions.installPlaces());
  }

  @Override
  public List<ToolId> known() {
    return definitions.definitions().stream().map(ToolDefinition::id).toList();
  }

  @Override
  public List<DetectedTool> detect() {
    return definitions.definitions().stream().flatMap(it -> detect(it).stream()).toList();
  }

  @Override
  public List<Description> describe() {
    return definitions.definitions().stream().map(this::describe).toList();
  }

  private Description describe(ToolDefinition it) {
    return new Description(
        it.id(),
        it.displayName(),
        it.mode(),
        it.level(),
        detect(it).isPresent(),
        paths.directory(it.directory()).map(directory -> files(it, directory)).orElse(List.of()),
        it.skipped(),
        it.wants());
  }

  private List<String> files(ToolDefinition definition, Path directory) {
    return definition.files(paths.platform().os()).stream()
        .map(it -> directory.resolve(it.path()).toString())
        .toList();
  }

  private Optional<DetectedTool> detect(ToolDefinition definition) {
    return paths
        .directory(definition.directory())
        .filter(it -> definition.directory().made() || Files.isDirectory(it))
        .filter(_ -> isInstalled(definition))
        .map(directory -> detected(definition, directory));
  }

  private boolean isInstalled(ToolDefinition definition) {
    return definition.binaries().stream().anyMatch(programs::isInstalled)
        || paths.existing(definition.applications()).findAny().isPresent();
  }

  private DetectedTool detected(ToolDefinition definition, Path directory) {
    return new DetectedTool(
        definition.id(),
        definition.displayName(),
        definition.mode(),
        definition.level(),
        files(definition, directory),
        definition.skipped(),
        definition.wants());
  }
}
