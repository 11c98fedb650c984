package io.gatepass.adapters.fs.tool.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.tool.Machine;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.DetectedTool.Models;
import io.gatepass.domain.tool.DetectedTool.Wants;
import io.gatepass.domain.tool.SupportLevel;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.tool.ToolMode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DefinedToolCatalogTest {
  @TempDir private Path root;
  private Machine machine;

  @BeforeEach
  void aLinuxMachineWithClaudeCodesDirectory() throws IOException {
    machine = new Machine(root, Os.LINUX);
    Files.createDirectories(machine.home().resolve(".claude"));
  }

  @ParameterizedTest
  @EnumSource(Os.class)
  void claudeCodeIsFoundOnEverySystem(Os os) throws IOException {
    // Given
    Machine any = new Machine(root, os).withClaudeCode();
    // Then
    assertThat(catalog(any).detect())
        .containsExactly(
            new DetectedTool(
                new ToolId("claude-code"),
                "Claude Code",
                ToolMode.DIRECT,
                SupportLevel.VERIFIED,
                List.of(any.home() + "/.claude/settings.json"),
                Optional.empty(),
                new Wants(Models.UNUSED, true, true)));
  }

  @Test
  void whatSetupHasToFindOutIsReadFromTheEdits() {
    assertThat(catalog(machine).describe())
        .filteredOn(it -> it.wants().anthropicBase())
        .extracting(it -> it.id().value())
        .containsExactly("claude-code", "claude-desktop");
    assertThat(catalog(machine).describe())
        .filteredOn(it -> it.wants().models() != Models.UNUSED)
        .extracting(it -> it.id().value())
        .containsExactly("claude-desktop", "vscode", "vscode-insiders");
  }

  @Test
  void everyKnownToolIsListedInstalledOrNot() {
    assertThat(catalog(machine).known()).startsWith(new ToolId("claude-code"));
    assertThat(catalog(machine).detect()).isEmpty();
  }

  @Test
  void aProgramOnThePathIsFound() throws IOException {
    var _ = machine.install(root.resolve("odd place"), "claude");
    machine.with("PATH", "/nowhere::relative:" + root.resolve("odd place"));
    assertThat(catalog(machine).detect()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "LINUX, usr/local/bin",
    "LINUX, home/ada/.nvm/versions/node/v22.1.0/bin",
    "LINUX, home/ada/.claude/local",
    "MACOS, opt/homebrew/bin",
    "WINDOWS, home/ada/AppData/Roaming/npm",
    "WINDOWS, home/ada/AppData/Local/Programs/Claude",
  })
  void aProgramInAUsualPlaceIsFoundWithABarePath(Os os, String place) throws IOException {
    Machine any = new Machine(root, os).with("PATH", "/usr/bin:/bin");
    var _ = any.install(root.resolve(place), "claude");
    assertThat(catalog(any).detect()).hasSize(1);
  }

  @Test
  void npmsPrefixIsAPlace() throws IOException {
    Files.writeString(machine.home().resolve(".npmrc"), "; mine\nprefix = ${HOME}/npm things\n");
    var _ = machine.install(machine.home().resolve("npm things/bin"), "claude");
    assertThat(catalog(machine).detect()).hasSize(1);
  }

  @Test
  void theWindowsUsersOwnPlacesAreThoseThatWindowsNames() throws IOException {
    Machine windows = new Machine(root, Os.WINDOWS).with("APPDATA", root.resolve("roaming"));
    var _ = windows.install(root.resolve("roaming/npm"), "claude");
    assertThat(catalog(windows).detect()).hasSize(1);
  }

  @Test
  void aDirectoryWithoutTheProgramIsNoTool() throws IOException {
    Path program = machine.install(machine.home().resolve(".local/bin"), "claude");
    assertThat(program.toFile().setExecutable(false)).isTrue();
    Files.createDirectories(machine.home().resolve("bin/claude"));
    assertThat(catalog(machine).detect()).isEmpty();
  }

  @Test
  void theProgramWithoutItsDirectoryIsNoTool() throws IOException {
    var _ = machine.install(machine.home().resolve(".local/bin"), "claude");
    Files.delete(machine.home().resolve(".claude"));
    assertThat(catalog(machine).detect()).isEmpty();
  }

  @Test
  void theToolsOwnVariableNamesItsDirectory() throws IOException {
    // Given
    Path own = Files.createDirectory(root.resolve("own"));
    machine.withClaudeCode().with("CLAUDE_CONFIG_DIR", own);
    // Then
    assertThat(catalog(machine).detect().getFirst().files())
        .containsExactly(own + File.separator + "settings.json");
    // When it is gone, the default is not taken in its place
    Files.delete(own);
    assertThat(catalog(machine).detect()).isEmpty();
  }

  @Test
  void aVariableOfTheUserWhoRunsTheCommandDoesNotCountForAnotherHome() throws IOException {
    machine.withClaudeCode().with("GATEPASS_HOME", machine.home());
    machine.with("CLAUDE_CONFIG_DIR", Files.createDirectory(root.resolve("own")));
    assertThat(catalog(machine).detect().getFirst().files())
        .containsExactly(machine.claudeSettings().toString());
  }

  @Test
  void aRelativeDirectoryDoesNotCount() throws IOException {
    machine.withClaudeCode().with("CLAUDE_CONFIG_DIR", "own");
    assertThat(catalog(machine).detect().getFirst().files())
        .containsExactly(machine.claudeSettings().toString());
  }

  private static DefinedToolCatalog catalog(Machine machine) {
    return new DefinedToolCatalog(ToolDefinitions.bundled(), machine.paths());
  }
}
