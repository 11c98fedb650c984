package io.gatepass.adapters.fs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.adapters.fs.tool.detect.DefinedToolCatalog;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What setup makes of each tool's files, byte by byte, that a second setup writes nothing, and that
 * teardown makes the first of it again. A file that is not among the resources does not exist.
 */
final class ToolsGoldenTest {
  private static final String UNIX = "/home/ada/it's here/bin/gatepass";
  private static final String WINDOWS = "C:\\Program Files\\gatepass\\bin\\gatepass.exe";

  private static final Map<SettingKey, String> MODELS =
      Map.of(SettingKey.MODELS, "claude-sonnet-5,gpt-6");

  @TempDir private Path root;

  /** A tool on a system: its directory below the home, and the program that shows it is there. */
  record Golden(
      String tool, Os os, String directory, String program, Map<SettingKey, String> options) {
    Optional<byte[]> resource(String when, Path file) throws IOException {
      return resource(when + "/" + file.getFileName());
    }

    /** What a dry run shows; not there for every tool. */
    Optional<byte[]> diff() throws IOException {
      return resource("diff");
    }

    private Optional<byte[]> resource(String name) throws IOException {
      String path = "/golden/%s/%s/%s".formatted(tool, os.name().toLowerCase(Locale.ROOT), name);
      try (InputStream in = ToolsGoldenTest.class.getResourceAsStream(path)) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      }
    }

    /** As it is on that machine: {@code {home}} stands for the home. */
    Optional<byte[]> resource(String when, Path file, Path home) throws IOException {
      return resource(when, file).map(bytes -> at(home, bytes));
    }

    static byte[] at(Path home, byte[] bytes) {
      return new String(bytes, UTF_8).replace("{home}", home.toString()).getBytes(UTF_8);
    }

    ToolBindings bindings() {
      return Bindings.of(os == Os.WINDOWS ? WINDOWS : UNIX, options);
    }
  }

  static Stream<Golden> goldens() {
    return Stream.of(codex(), geminiCli(), claudeDesktop(), vscode(), cursor(), xcode())
        .flatMap(goldens -> goldens);
  }

  private static Stream<Golden> codex() {
    Map<SettingKey, String> corporate =
        Map.of(
            SettingKey.CA_FILE,
            "/etc/ssl/corp.pem",
            SettingKey.GATEWAY_URL,
            "https://llm.example.com/v1");
    return Stream.of(
        new Golden("codex", Os.LINUX, ".codex", ".local/bin/codex", corporate),
        new Golden("codex", Os.MACOS, ".codex", ".local/bin/codex", Map.of()),
        new Golden("codex", Os.WINDOWS, ".codex", ".local/bin/codex.exe", Map.of()));
  }

  private static Stream<Golden> geminiCli() {
    return Stream.of(
        new Golden("gemini-cli", Os.LINUX, ".gemini", ".local/bin/gemini", Map.of()),
        new Golden(
            "gemini-cli",
            Os.MACOS,
            ".gemini",
            ".npm-global/bin/gemini",
            Map.of(SettingKey.PROXY_PORT, "15000")),
        new Golden(
            "gemini-cli", Os.WINDOWS, ".gemini", "AppData/Roaming/npm/gemini.cmd", Map.of()));
  }

  private static Stream<Golden> claudeDesktop() {
    return Stream.of(
        new Golden(
            "claude-desktop",
            Os.MACOS,
            "Library/Application Support/Claude-3p/configLibrary",
            "Applications/Claude.app/Contents/MacOS/Claude",
            MODELS),
        new Golden(
            "claude-desktop",
            Os.WINDOWS,
            "",
            "AppData/Local/Packages/Claude_abc123/Settings/settings.dat",
            Map.of()));
  }

  private static Stream<Golden> vscode() {
    return Stream.of("vscode", "vscode-insiders").flatMap(ToolsGoldenTest::vscode);
  }

  private static Stream<Golden> vscode(String tool) {
    boolean insiders = tool.endsWith("insiders");
    String product = insiders ? "Code - Insiders" : "Code";
    String name = insiders ? "Microsoft VS Code Insiders" : "Microsoft VS Code";
    String app = insiders ? "Visual Studio Code - Insiders.app" : "Visual Studio Code.app";
    return Stream.of(
        new Golden(
            tool,
            Os.LINUX,
            ".config/" + product + "/User",
            ".local/bin/" + (insiders ? "code-insiders" : "code"),
            MODELS),
        new Golden(
            tool,
            Os.MACOS,
            "Library/Application Support/" + product + "/User",
            "Applications/" + app + "/Contents/MacOS/Electron",
            MODELS),
        new Golden(
            tool,
            Os.WINDOWS,
            "AppData/Roaming/" + product + "/User",
            "AppData/Local/Programs/" + name + "/" + product + ".exe",
            MODELS));
  }

  private static Stream<Golden> cursor() {
    return Stream.of(
        new Golden("cursor", Os.LINUX, ".config/Cursor/User", ".local/bin/cursor", Map.of()),
        new Golden(
            "cursor",
            Os.MACOS,
            "Library/Application Support/Cursor/User",
            "Applications/Cursor.app/Contents/MacOS/Cursor",
            Map.of(SettingKey.PROXY_PORT, "15000")),
        new Golden(
            "cursor",
            Os.WINDOWS,
            "AppData/Roaming/Cursor/User",
            "AppData/Local/Programs/cursor/Cursor.exe",
            Map.of()));
  }

  private static Stream<Golden> xcode() {
    return Stream.of(
        new Golden(
            "xcode",
            Os.MACOS,
            "Library/Application Support/GitHub Copilot for Xcode",
            "Applications/GitHub Copilot for Xcode.app/Contents/MacOS/GitHub Copilot for Xcode",
            Map.of()));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void setupAndTeardownDoExactlyThis(Golden golden) throws IOException {
    // Given
    Machine machine =
        new Machine(root, golden.os()).with("ProgramFiles", root.resolve("Program Files"));
    DetectedTool tool = install(machine, golden);
    LosslessToolConfigEditor editor = machine.editor(ToolDefinitions.bundled());
    InMemoryUndoLog log = new InMemoryUndoLog();
    List<Path> directories = directories(machine);
    // When
    ToolChange change = editor.prepare(tool, golden.bindings(), Optional.empty()).commit(log);
    // Then
    assertThat(change).isInstanceOf(ToolChange.Applied.class);
    assertFiles(tool, golden, "after", machine);
    assertThat(log.find(tool.id()).orElseThrow().toString()).doesNotContain(Bindings.LOCAL_KEY);
    // When
    ToolChange again = editor.prepare(tool, golden.bindings(), log.find(tool.id())).commit(log);
    // Then
    assertThat(again).isInstanceOf(ToolChange.Unchanged.class);
    // When
    ToolChange reverted = editor.revert(log.find(tool.id()).orElseThrow(), log);
    // Then
    assertThat(reverted).isInstanceOf(ToolChange.Reverted.class);
    assertFiles(tool, golden, "before", machine);
    assertThat(directories(machine)).isEqualTo(directories);
  }

  static DetectedTool install(Machine machine, Golden golden) throws IOException {
    Path program = machine.home().resolve(golden.program());
    Files.createDirectories(program.getParent());
    Files.writeString(program, "");
    program.toFile().setExecutable(true);
    Files.createDirectories(machine.home().resolve(golden.directory()));
    List<DetectedTool> tools =
        new DefinedToolCatalog(ToolDefinitions.bundled(), machine.paths()).detect();
    assertThat(tools).extracting(DetectedTool::id).containsExactly(new ToolId(golden.tool()));
    DetectedTool tool = tools.getFirst();
    for (Path file : files(tool)) {
      Optional<byte[]> before = golden.resource("before", file);
      if (before.isPresent()) {
        Files.write(file, before.get());
      }
    }
    return tool;
  }

  static void assertFiles(DetectedTool tool, Golden golden, String when, Machine machine)
      throws IOException {
    for (Path file : files(tool)) {
      Optional<byte[]> expected = golden.resource(when, file, machine.home());
      if (expected.isPresent()) {
        assertThat(file).hasBinaryContent(expected.get());
      } else {
        assertThat(file).doesNotExist();
      }
    }
  }

  private static List<Path> directories(Machine machine) throws IOException {
    try (Stream<Path> paths = Files.walk(machine.home())) {
      return paths
          .filter(
              path -> Files.isDirectory(path) && !path.startsWith(machine.home().resolve(".local")))
          .sorted()
          .toList();
    }
  }

  private static List<Path> files(DetectedTool tool) {
    return tool.files().stream().map(Path::of).toList();
  }
}
