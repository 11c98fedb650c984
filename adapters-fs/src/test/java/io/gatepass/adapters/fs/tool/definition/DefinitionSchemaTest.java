package io.gatepass.adapters.fs.tool.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published JSON Schema allows the bundled definitions and refuses what is none. */
final class DefinitionSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<String> bundled() throws IOException {
    List<String> ids = new ArrayList<>();
    resource("catalog").forEach(id -> ids.add(id.asText()));
    return ids.stream();
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void everyBundledDefinitionIsValid(String id) throws IOException {
    assertThat(schema().violations(resource(id))).isEmpty();
    assertThat(resource(id).get("id").asText()).isEqualTo(id);
  }

  @Test
  void misspeltOrMissingMembersAreRefused() throws IOException {
    ObjectNode definition = resource("codex").deepCopy();
    definition.put("levle", "verified").put("mode", "telepathy").remove("files");

    assertThat(schema().violations(definition))
        .containsExactlyInAnyOrder(
            " has no \"files\"",
            "/levle is unknown",
            "/mode is none of [\"direct\",\"command-auth\",\"credential-helper\",\"proxy\"]");
  }

  @Test
  void pathOfAnUnknownSystemIsRefused() throws IOException {
    ObjectNode definition = resource("codex").deepCopy();
    definition.putObject("applications").put("beos", "/boot/apps/Codex");

    assertThat(schema().violations(definition)).contains("/applications/beos is unknown");
  }

  private static Schema schema() throws IOException {
    File file = Path.of("..", "docs", "reference", "tool-definition.schema.json").toFile();
    return new Schema(MAPPER.readTree(file));
  }

  private static JsonNode resource(String name) throws IOException {
    String path = "/tools/" + name + ".json";
    try (InputStream in = DefinitionSchemaTest.class.getResourceAsStream(path)) {
      return MAPPER.readTree(Objects.requireNonNull(in, path));
    }
  }
}
