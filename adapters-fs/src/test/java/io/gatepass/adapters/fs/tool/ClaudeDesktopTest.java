package io.gatepass.adapters.fs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.adapters.fs.tool.detect.DefinedToolCatalog;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.undo.FileUndo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claude Desktop's library on macOS: a selector, a document and the helper that it runs. */
final class ClaudeDesktopTest {
  @TempDir private Path root;

  private final InMemoryUndoLog log = new InMemoryUndoLog();
  private Machine machine;
  private Path program;

  @BeforeEach
  void install() throws IOException {
    machine = new Machine(root, Os.MACOS);
    Files.createDirectories(machine.home().resolve("Applications/Claude.app"));
    program = Files.writeString(root.resolve("it's gatepass"), "#!/bin/sh\necho \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void helperIsPrivateAndMayBeRun() throws IOException {
    setUp();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(helper())))
        .isEqualTo("rwx------");
  }

  @ParameterizedTest
  @CsvSource({
    "interactive, token",
    "mid-session-refresh, token --no-login",
    "scheduled-task, token --no-login",
    "'', token --no-login"
  })
  void helperSignsInOnlyWhereSomebodyIsLooking(String context, String arguments) throws Exception {
    setUp();

    ProcessBuilder helper = new ProcessBuilder(helper().toString());
    helper.environment().clear();
    helper.environment().put("CLAUDE_HELPER_CONTEXT", context);
    Process process = helper.start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo(arguments + "\n");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void helperSignsNobodyInWhereTheContextIsNotSaid() throws Exception {
    setUp();

    ProcessBuilder helper = new ProcessBuilder(helper().toString());
    helper.environment().clear();
    Process process = helper.start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo("token --no-login\n");
  }

  @Test
  void selectorIsWrittenLastAndTakenBackFirst() {
    setUp();

    List<String> written = tool().files().stream().map(ClaudeDesktopTest::name).toList();
    List<String> undone =
        log.find(tool().id()).orElseThrow().files().stream()
            .map(FileUndo::file)
            .map(ClaudeDesktopTest::name)
            .toList();
    assertThat(written).first().isEqualTo("gatepass-helper");
    assertThat(written).last().isEqualTo("_meta.json");
    assertThat(undone).containsExactlyElementsOf(written.reversed());
  }

  @Test
  void profileOfAnAdministratorIsSaid() throws IOException {
    Path profile =
        root.resolve("Library/Managed Preferences/ada/com.anthropic.claudefordesktop.plist");
    Files.createDirectories(profile.getParent());
    Files.writeString(profile, "");

    assertThat(
            machine
                .editor(ToolDefinitions.bundled())
                .prepare(tool(), Bindings.of(program.toString(), Map.of()), Optional.empty())
                .notes())
        .anyMatch(note -> note.contains("manages Claude Desktop by " + profile));
  }

  private void setUp() {
    var _ =
        machine
            .editor(ToolDefinitions.bundled())
            .prepare(tool(), Bindings.of(program.toString(), Map.of()), log.find(tool().id()))
            .commit(log);
  }

  private DetectedTool tool() {
    return new DefinedToolCatalog(ToolDefinitions.bundled(), machine.paths()).detect().getFirst();
  }

  private Path helper() {
    return Path.of(tool().files().getFirst());
  }

  private static String name(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }
}
