package io.gatepass.adapters.fs.tool.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.tool.SupportLevel;
import io.gatepass.domain.tool.ToolId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserDefinitionsTest {
  private static final ToolDefinitions BUNDLED = ToolDefinitions.bundled();

  @TempDir private Path directory;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void withoutADirectoryTheBundledOnesCount() {
    var definitions = new UserDefinitions(directory.resolve("none"), warnings::add).over(BUNDLED);

    assertThat(definitions).isEqualTo(BUNDLED);
    assertThat(warnings).isEmpty();
  }

  @Test
  void ownToolComesAfterTheBundledOnes() throws IOException {
    write("acme.json", definition("acme-code"));

    assertThat(ids()).hasSize(BUNDLED.definitions().size() + 1).endsWith(new ToolId("acme-code"));
    assertThat(warnings).isEmpty();
  }

  @Test
  void ownDefinitionTakesThePlaceOfABundledOne() throws IOException {
    write("codex.json", definition("codex"));

    ToolDefinitions definitions = all();

    assertThat(definitions.definitions()).hasSameSizeAs(BUNDLED.definitions());
    assertThat(definitions.find(new ToolId("codex")).orElseThrow().level())
        .isEqualTo(SupportLevel.DOCUMENTED);
  }

  @Test
  void filesThatAreNoDefinitionsAreNamedAndTheOthersCount() throws IOException {
    write("a-broken.json", "{");
    write("b-empty.json", "{}");
    write("c-mode.json", definition("acme-code").replace("\"proxy\"", "\"telepathy\""));
    write("d-id.json", definition("Acme Code"));
    write("e-list.json", "[]");
    write("f-good.json", definition("acme-code"));

    assertThat(ids()).endsWith(new ToolId("acme-code"));
    assertThat(warnings)
        .hasSize(5)
        .allSatisfy(it -> assertThat(it).contains(".json is no tool definition"));
    assertThat(warnings.getFirst()).startsWith(directory.resolve("a-broken.json").toString());
  }

  @Test
  void warningNamesFileMemberAndRuleAndWhatToDo() throws IOException {
    write("acme.json", definition("acme-code").replace("\"jsonc\"", "\"yaml\""));
    write("bare.json", "{\"id\": \"bare\"}");
    write("typo.json", "{\n  \"id\" \"typo\"\n}");

    assertThat(ids()).doesNotContain(new ToolId("acme-code"), new ToolId("bare"));
    assertThat(warnings)
        .containsExactly(
            directory.resolve("acme.json")
                + " is no tool definition and does not count: files[0].format is \"yaml\"; it must"
                + " be one of jsonc, json, toml, dotenv or script. Correct it;"
                + " https://gatepass.io/schema/tool-definition.schema.json says how it must look.",
            directory.resolve("bare.json")
                + " is no tool definition and does not count: displayName is missing; it must be a"
                + " text (and 5 more). Correct it;"
                + " https://gatepass.io/schema/tool-definition.schema.json says how it must look.",
            directory.resolve("typo.json")
                + " is no tool definition and does not count: line 2, column 8: it is not JSON."
                + " Correct it;"
                + " https://gatepass.io/schema/tool-definition.schema.json says how it must look.");
  }

  @Test
  void legacyToolMustSayWhyItIsLeftAlone() throws IOException {
    write("old.json", definition("old").replace("documented", "legacy"));

    assertThat(ids()).doesNotContain(new ToolId("old"));
    assertThat(warnings).singleElement().asString().contains("skipped is missing");
  }

  @Test
  void secondDefinitionOfTheSameToolIsSaid() throws IOException {
    write("a.json", definition("acme-code"));
    write("b.json", definition("acme-code"));

    assertThat(ids()).endsWith(new ToolId("acme-code"));
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("b.json takes the place of " + directory.resolve("a.json"));
  }

  @Test
  void badDefinitionOfABundledToolLeavesTheBundledOne() throws IOException {
    write("codex.json", "{\"id\": \"codex\"}");

    assertThat(all()).isEqualTo(BUNDLED);
    assertThat(warnings).hasSize(1);
  }

  private ToolDefinitions all() {
    return new UserDefinitions(directory, warnings::add).over(BUNDLED);
  }

  private List<ToolId> ids() {
    return all().definitions().stream().map(ToolDefinition::id).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private static String definition(String id) {
    return """
    {
      "id": "%s",
      "displayName": "Acme Code",
      "mode": "proxy",
      "level": "documented",
      "directory": { "path": "~/.acme" },
      "binaries": [{ "name": "acme" }],
      "files": [
        {
          "path": "settings.json",
          "format": "jsonc",
          "edits": [{ "at": "/url", "value": "{proxyOrigin}" }]
        }
      ]
    }
    """
        .formatted(id);
  }
}
