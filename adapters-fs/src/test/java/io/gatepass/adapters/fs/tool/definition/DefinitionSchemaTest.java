package io.gatepass.adapters.fs.tool.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatepass.adapters.fs.tool.definition.schema.DefinitionSchema;
import java.io.IOException;
import java.io.InputStream;
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
            "files is missing; it must be a list",
            "levle is unknown; the members here are $schema, id, displayName, mode, level, skipped,"
                + " directory, binaries, applications, files, bedrockModels, overrides, notes",
            "mode is \"telepathy\"; it must be one of direct, command-auth, credential-helper or"
                + " proxy");
  }

  @Test
  void pathOfAnUnknownSystemIsRefused() throws IOException {
    ObjectNode definition = resource("codex").deepCopy();
    definition.putObject("applications").put("beos", "/boot/apps/Codex");

    assertThat(schema().violations(definition))
        .containsExactly(
            "applications.beos is unknown; the members here are linux, macos, windows");
  }

  @Test
  void valueOfAnotherKindIsRefusedWithItsPlace() throws IOException {
    ObjectNode definition = resource("codex").deepCopy();
    definition.put("id", "Codex!").put("applications", 7).putArray("binaries").add("codex");
    definition.withArray("files").removeAll();
    definition.withObject("/directory").putObject("path").put("linux", true);

    assertThat(schema().violations(definition))
        .containsExactlyInAnyOrder(
            "id is \"Codex!\"; it must match ^[a-z][a-z0-9-]{0,63}$",
            "applications must be a text or an object",
            "binaries[0] must be an object",
            "directory.path.linux must be a text or a list",
            "files must have at least one item");
  }

  private static DefinitionSchema schema() {
    return DefinitionSchema.published();
  }

  private static JsonNode resource(String name) throws IOException {
    String path = "/tools/" + name + ".json";
    try (InputStream in = DefinitionSchemaTest.class.getResourceAsStream(path)) {
      return MAPPER.readTree(Objects.requireNonNull(in, path));
    }
  }
}
