package io.gatepass.adapters.fs.tool.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatepass.domain.tool.ToolId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool definitions, in the order in which tools are printed, and the places where programs
 * usually are.
 *
 * @param definitions the definitions
 * @param installPlaces directories in which installers put programs
 */
public record ToolDefinitions(List<ToolDefinition> definitions, PathTemplates installPlaces) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Copies the list. */
  public ToolDefinitions {
    definitions = List.copyOf(definitions);
  }

  /** The definitions that gatepass brings along. */
  public static ToolDefinitions bundled() {
    List<ToolDefinition> definitions = new ArrayList<>();
    resource("catalog")
        .forEach(id -> definitions.add(DefinitionJson.definition(resource(id.asText()))));
    return new ToolDefinitions(definitions, DefinitionJson.paths(resource("install-places")));
  }

  /** The definition of a tool. */
  public Optional<ToolDefinition> find(ToolId tool) {
    return definitions.stream().filter(definition -> definition.id().equals(tool)).findFirst();
  }

  private static JsonNode resource(String name) {
    String path = "/tools/" + name + ".json";
    try (InputStream in = ToolDefinitions.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the program");
      }
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
