package io.gatepass.adapters.fs.tool.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.tool.Machine;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.adapters.fs.tool.detect.DefinedToolCatalog;
import io.gatepass.application.port.Connections;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.undo.FileUndo;
import io.gatepass.domain.undo.UndoRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ToolPlannerTest {
  @TempDir private Path root;
  private Machine machine;

  @BeforeEach
  void claudeCodeIsInstalled() throws IOException {
    machine = new Machine(root, Os.LINUX).withClaudeCode();
  }

  @Test
  void aForeignHelperIsAnnouncedWithThePlaceWhereItIsKept() throws IOException {
    machine.withSettings("{\"apiKeyHelper\": \"/opt/vault/read-key.sh\"}");
    assertThat(plan().notes())
        .containsExactly(
            "apiKeyHelper in %s had another value, which is replaced. It is kept in %s; gatepass teardown claude-code puts it back."
                .formatted(
                    machine.claudeSettings(), machine.state().resolve("undo/claude-code.json")));
  }

  @Test
  void aForeignCredentialIsKeptInTheSecretStore() throws IOException {
    machine.withSettings("{\"apiKeyHelper\": \"echo sk-ant-0123456789\"}");
    assertThat(plan().notes())
        .singleElement()
        .asString()
        .contains("It is kept in the secret store")
        .doesNotContain("sk-ant");
  }

  @Test
  void variablesThatDefeatTheEditAreSaidWhereverTheyAreSet() throws IOException {
    // Given
    machine.withSettings("{\"env\": {\"ANTHROPIC_API_KEY\": \"sk-ant-0123456789\"}}");
    machine.with("ANTHROPIC_AUTH_TOKEN", "marked").with("ANTHROPIC_API_KEY", "");
    // Then
    assertThat(plan().notes())
        .containsExactly(
            "ANTHROPIC_AUTH_TOKEN is set in the environment: Claude Code then never asks gatepass"
                + " for a token. Unset it.",
            "ANTHROPIC_API_KEY is set in %s: Claude Code then sends it to the gateway, too. Remove it there."
                .formatted(machine.claudeSettings()));
  }

  @Test
  void aManagedSettingsFileIsSaid() throws IOException {
    Path managed = root.resolve("etc/claude-code/managed-settings.json");
    Files.createDirectories(managed.getParent());
    Files.writeString(managed, "{}");
    assertThat(plan().notes())
        .containsExactly(
            "Your organization manages Claude Code by %s: what it sets there counts more than what gatepass sets."
                .formatted(managed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"// mine\n{}", "{\"env\": {},}", "{\"model\": /* mine */ \"opus\"}"})
  void whatClaudeCodeDoesNotReadIsSaid(String text) throws IOException {
    machine.withSettings(text);
    assertThat(plan().notes())
        .containsExactly(
            "%s holds comments or trailing commas, which gatepass leaves as they are; Claude Code does not read the file until you remove them."
                .formatted(machine.claudeSettings()));
  }

  @Test
  void aByteOrderMarkIsNoTrouble() throws IOException {
    machine.withSettings("\uFEFF{\"url\": \"http://127.0.0.1/*\"}");
    assertThat(plan().notes()).isEmpty();
  }

  @Test
  void flagsWithoutEffectAreSaid() {
    Connection connection = connection(Map.of(SettingKey.ENABLE_1M, "true"));
    assertThat(plan(connection, Optional.empty()).notes())
        .containsExactly("--enable-1m has no effect without --bedrock-compat.");
  }

  @Test
  void aForeignProviderOfCodexIsAnnouncedWithThePlaceWhereItIsKept() throws IOException {
    Path config = machine.home().resolve(".codex/config.toml");
    var _ = machine.install(machine.home().resolve(".local/bin"), "codex");
    Files.createDirectories(config.getParent());
    Files.writeString(config, "model_provider = \"azure\"\n");
    assertThat(plan("codex", Connections.example()).notes())
        .containsExactly(
            "model_provider in %s had another value, which is replaced. It is kept in %s; gatepass teardown codex puts it back."
                .formatted(config, machine.state().resolve("undo/codex.json")));
  }

  @Test
  void whatAToolCannotBeToldIsSaid() throws IOException {
    var _ = machine.install(machine.home().resolve(".local/bin"), "codex");
    Files.createDirectories(machine.home().resolve(".codex"));
    assertThat(plan("codex", connection(Map.of(SettingKey.TLS_SKIP_VERIFY, "true"))).notes())
        .containsExactly(
            "Codex verifies certificates all the same, because it has no setting that skips that:"
                + " use --ca-file.");
    assertThat(plan("codex", Connections.example()).notes()).isEmpty();
  }

  @Test
  void anEditThatIsNoLongerWantedIsTakenBack() throws IOException {
    // Given a setup without TLS verification
    ToolPlan first = plan(connection(Map.of(SettingKey.TLS_SKIP_VERIFY, "true")), Optional.empty());
    machine.withSettings(first.files().getFirst().plan().text());
    // When
    ToolPlan second = plan(connection(Map.of()), Optional.of(first.settled()));
    // Then
    String text = second.files().getFirst().plan().text();
    assertThat(text).doesNotContain("NODE_TLS").contains("apiKeyHelper");
    assertThat(second.settled().tool().since()).isEqualTo(Machine.SINCE);
  }

  @Test
  void aFileOfAnEarlierDirectoryIsStillToBeUndone() throws IOException {
    // Given
    UndoRecord first = plan().settled();
    Path other = Files.createDirectory(root.resolve("other"));
    machine.with("CLAUDE_CONFIG_DIR", other);
    // When
    UndoRecord second = plan(Connections.example(), Optional.of(first)).settled();
    // Then
    assertThat(second.files())
        .extracting(FileUndo::file)
        .containsExactly(other + "/settings.json", machine.claudeSettings().toString());
    assertThat(second.tool().files()).hasSize(2);
  }

  @Test
  void aTrailingVersionInTheGatewaysAddressIsLeftOut() {
    Connection connection =
        connection(Map.of(SettingKey.GATEWAY_URL, "https://llm.example.com/v1"));
    assertThat(plan(connection, Optional.empty()).files().getFirst().plan().text())
        .contains("\"ANTHROPIC_BASE_URL\": \"https://llm.example.com\"");
  }

  @Test
  void theDiffShowsWhatChangesAndNoCredential() throws IOException {
    machine.withSettings(
        """
        {
          "apiKeyHelper": "echo sk-ant-0123456789",
          "env": {
            "OTHER_API_KEY": "marked-one"
          }
        }\
        """);
    assertThat(UnifiedDiff.of(plan()))
        .isEqualTo(
            """
            --- FILE
            +++ FILE
            @@ -1,6 +1,8 @@
             {
            -  "apiKeyHelper": "echo [redacted]",
            +  "apiKeyHelper": "'/opt/gatepass' token",
               "env": {
            -    "OTHER_API_KEY": "[redacted]"
            +    "OTHER_API_KEY": "[redacted]",
            +    "ANTHROPIC_BASE_URL": "https://llm.example.com",
            +    "CLAUDE_CODE_API_KEY_HELPER_TTL_MS": "300000"
               }
             }
            \\ No newline at end of file
            """
                .replace("FILE", machine.claudeSettings().toString()));
  }

  @Test
  void theDiffOfANewFileStartsFromNothing() {
    assertThat(UnifiedDiff.of(plan())).startsWith("--- /dev/null\n+++ " + machine.claudeSettings());
  }

  private ToolPlan plan() {
    return plan(Connections.example(), Optional.empty());
  }

  private ToolPlan plan(Connection connection, Optional<UndoRecord> earlier) {
    return machine
        .planner(ToolDefinitions.bundled())
        .plan(machine.claudeCode(), new ToolBindings("/opt/gatepass", connection), earlier);
  }

  private ToolPlan plan(String tool, Connection connection) {
    DetectedTool detected =
        new DefinedToolCatalog(ToolDefinitions.bundled(), machine.paths())
            .detect().stream().filter(it -> it.id().value().equals(tool)).findFirst().orElseThrow();
    return machine
        .planner(ToolDefinitions.bundled())
        .plan(detected, new ToolBindings("/opt/gatepass", connection), Optional.empty());
  }

  private static Connection connection(Map<SettingKey, String> options) {
    Map<SettingKey, SettingValue> all = new EnumMap<>(SettingKey.class);
    all.putAll(Connections.options());
    options.forEach((key, text) -> all.put(key, SettingValue.parse(key, text)));
    return Connection.of(Settings.resolve(List.of(SettingsLayer.ofOptions(all))));
  }
}
