package io.gatepass.adapters.fs.tool.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.edit.jsonc.JsoncFormat;
import io.gatepass.adapters.fs.tool.Machine;
import io.gatepass.adapters.fs.tool.definition.EditTemplate.Condition;
import io.gatepass.adapters.fs.tool.definition.Overrides.Variable;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.adapters.fs.tool.plan.Formats;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.tool.ToolId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What defeats a tool's configuration is found and said, for every tool. */
final class DefeatingSettingsTest {
  private static final Set<Condition> ALL = Set.of(Condition.values());

  @TempDir private Path root;

  /** One place where an administrator may have set something. */
  record Managed(String tool, Os os, String place) {}

  /** Every place of every tool on every system. */
  static Stream<Managed> managed() {
    return ToolDefinitions.bundled().definitions().stream()
        .flatMap(tool -> Arrays.stream(Os.values()).flatMap(os -> managed(tool, os)));
  }

  private static Stream<Managed> managed(ToolDefinition tool, Os os) {
    return tool.overrides().managed().on(os).stream()
        .map(place -> new Managed(tool.id().value(), os, place));
  }

  @ParameterizedTest
  @MethodSource("managed")
  void whatAnAdministratorHasSetIsSaid(Managed managed) throws IOException {
    // Given
    Machine machine =
        new Machine(root, managed.os())
            .with("ProgramFiles", root.resolve("Program Files"))
            .with("ProgramData", root.resolve("ProgramData"));
    Path file = Path.of(placed(managed.place(), machine).replace("*", "any"));
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    // Then
    assertThat(notes(machine, managed.tool()))
        .anyMatch(note -> note.contains(" by " + file + ": what it sets there counts more"));
  }

  @ParameterizedTest
  @CsvSource({
    "claude-code, HKLM\\SOFTWARE\\Policies\\ClaudeCode",
    "claude-code, HKCU\\SOFTWARE\\Policies\\ClaudeCode",
    "claude-desktop, HKLM\\SOFTWARE\\Policies\\Claude",
    "vscode, HKLM\\SOFTWARE\\Policies\\Microsoft\\VSCode"
  })
  void policyInTheRegistryIsSaid(String tool, String key) {
    Machine machine = new Machine(root, Os.WINDOWS).withPolicy(key);

    assertThat(notes(machine, tool)).anyMatch(note -> note.contains(" by " + key + ": "));
    assertThat(notes(new Machine(root, Os.WINDOWS), tool)).isEmpty();
  }

  @Test
  void everyVariableIsSaid() {
    for (ToolDefinition tool : ToolDefinitions.bundled().definitions()) {
      for (Variable variable : tool.overrides().variables()) {
        Machine machine = new Machine(root, Os.LINUX).with(variable.name(), "set");
        assertThat(notes(machine, tool.id().value()))
            .containsExactly(
                variable.name()
                    + " is set in the environment: "
                    + variable.effect()
                    + ". Unset it.");
      }
    }
  }

  @Test
  void variableThatDoesNotMatterInThisSetupIsNotSaid() {
    Machine machine = new Machine(root, Os.LINUX).with("CODEX_CA_CERTIFICATE", "/etc/ssl/other");

    assertThat(notes(machine, "codex", Set.of(Condition.ALWAYS))).isEmpty();
    assertThat(notes(machine, "codex", ALL)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP_PROXY", "https_proxy"})
  void companysProxyIsSaidOfEveryToolThatCallsTheLoopbackProxy(String variable) {
    Machine machine = new Machine(root, Os.LINUX).with(variable, "http://proxy.example:3128");

    assertThat(toolsWithNotes(machine))
        .containsExactly("gemini-cli", "vscode", "vscode-insiders", "cursor", "xcode");
    assertThat(toolsWithNotes(machine.with("NO_PROXY", "localhost,127.0.0.1"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "claude-code, .claude/settings.json, '{\"env\": {\"ANTHROPIC_BASE_URL\": \"x\"}}'",
    "claude-code, .claude/settings.local.json, '{\"apiKeyHelper\": \"./key\"}'",
    "gemini-cli, .env, A=1",
    "gemini-cli, .gemini/.env, A=1",
    "gemini-cli, .gemini/settings.json, '{\"security\": {\"auth\": {\"selectedType\": \"x\"}}}'"
  })
  void fileOfTheProjectThatIsWorkedOnIsSaid(String tool, String name, String text)
      throws IOException {
    // Given
    Path file = root.resolve("home/ada/src/project").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Path below = root.resolve("home/ada/src/project/lib/util");
    // Then
    assertThat(notes(new Machine(root, Os.LINUX).workingIn(below), tool))
        .singleElement()
        .asString()
        .startsWith(file.toString())
        .contains("in that folder");
    assertThat(notes(new Machine(root, Os.LINUX).workingIn(root.resolve("home/ada")), tool))
        .isEmpty();
  }

  @Test
  void fileOfAProjectThatSetsOtherThingsIsNotSaid() throws IOException {
    Path file = root.resolve("work/.claude/settings.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"model\": \"opus\", \"env\": {\"EDITOR\": \"vi\"}}");

    assertThat(notes(new Machine(root, Os.LINUX).workingIn(root.resolve("work")), "claude-code"))
        .isEmpty();
  }

  @Test
  void filesInTheHomeAreTheUsersAndNoProjects() throws IOException {
    Path home = Files.createDirectories(root.resolve("home/ada"));
    Files.writeString(home.resolve(".env"), "A=1");

    assertThat(notes(new Machine(root, Os.LINUX).workingIn(home.resolve("src")), "gemini-cli"))
        .isEmpty();
  }

  @Test
  void variableThatAToolSetsForItselfIsSaid() {
    EditedDocument settings =
        new EditedDocument(
            Path.of("/home/ada/.claude/settings.json"),
            JsoncFormat.json(),
            "{\"env\": {\"CLAUDE_CODE_USE_BEDROCK\": \"1\"}}");

    assertThat(
            defeating(new Machine(root, Os.LINUX))
                .of(definition("claude-code"), List.of(settings), ALL::contains))
        .containsExactly(
            "CLAUDE_CODE_USE_BEDROCK is set in /home/ada/.claude/settings.json: Claude Code then"
                + " goes to Amazon Bedrock and not to the gateway. Remove it there.");
  }

  private static List<String> toolsWithNotes(Machine machine) {
    return ToolDefinitions.bundled().definitions().stream()
        .map(tool -> tool.id().value())
        .filter(tool -> !notes(machine, tool).isEmpty())
        .toList();
  }

  private static List<String> notes(Machine machine, String tool) {
    return notes(machine, tool, ALL);
  }

  private static List<String> notes(Machine machine, String tool, Set<Condition> holding) {
    return defeating(machine).of(definition(tool), List.of(), holding::contains);
  }

  private static DefeatingSettings defeating(Machine machine) {
    return new DefeatingSettings(machine.paths(), machine.registry(), Formats::named);
  }

  private static ToolDefinition definition(String tool) {
    return ToolDefinitions.bundled().find(new ToolId(tool)).orElseThrow();
  }

  private String placed(String place, Machine machine) {
    if (place.startsWith("~")) {
      return machine.home() + place.substring(1);
    }
    return root
        + "/"
        + place
            .replace("%ProgramFiles%", "Program Files")
            .replace("%ProgramData%", "ProgramData")
            .replaceFirst("^/", "");
  }
}
