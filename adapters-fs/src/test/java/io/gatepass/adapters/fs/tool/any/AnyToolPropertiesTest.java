package io.gatepass.adapters.fs.tool.any;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.tool.Bindings;
import io.gatepass.adapters.fs.tool.Machine;
import io.gatepass.adapters.fs.tool.definition.ConfigFile;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.adapters.fs.tool.detect.DefinedToolCatalog;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.application.port.ToolCatalog.Description;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Setup and teardown of every tool on every system, through real files with any content. */
final class AnyToolPropertiesTest {
  private static final List<ToolDefinition> TOOLS = ToolDefinitions.bundled().definitions();

  private static final List<Map<SettingKey, String>> SETTINGS =
      List.of(
          Map.of(SettingKey.MODELS, "claude-sonnet-5,gpt-6"),
          Map.of(SettingKey.MODELS, "opus-1", SettingKey.BEDROCK_COMPAT, "true"),
          Map.of(SettingKey.MODELS, "gpt-6", SettingKey.CA_FILE, "/etc/ssl/corp.pem"),
          Map.of(SettingKey.MODELS, "gpt-6", SettingKey.TLS_SKIP_VERIFY, "true"));

  private Path root;

  /**
   * A tool on a system with its files as they were before the setup.
   *
   * @param later the settings of a setup after the first
   */
  record Case(
      ToolDefinition tool,
      Os os,
      List<Optional<String>> files,
      Map<SettingKey, String> settings,
      Map<SettingKey, String> later) {
    @Override
    public String toString() {
      return tool.id() + " on " + os + " with " + files + ", " + settings + ", " + later;
    }
  }

  @BeforeProperty
  void makeAMachine() throws IOException {
    root = Files.createTempDirectory("gatepass");
  }

  @AfterProperty
  void removeTheMachine() throws IOException {
    clear();
    Files.delete(root);
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(TOOLS)
        .flatMap(tool -> Arbitraries.of(systems(tool)).flatMap(os -> cases(tool, os)));
  }

  private static Arbitrary<Case> cases(ToolDefinition tool, Os os) {
    Arbitrary<List<Optional<String>>> files =
        Combinators.combine(tool.files(os).stream().map(ToolFiles::of).toList()).as(List::copyOf);
    return Combinators.combine(files, Arbitraries.of(SETTINGS), Arbitraries.of(SETTINGS))
        .as((texts, settings, later) -> new Case(tool, os, texts, settings, later));
  }

  private static List<Os> systems(ToolDefinition tool) {
    return Arrays.stream(Os.values())
        .filter(os -> !tool.directory().path().on(os).isEmpty())
        .toList();
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 400)
  void teardownGivesTheBytesOfBeforeTheFirstSetup(@ForAll("cases") Case one) throws IOException {
    // Given
    clear();
    Machine machine = new Machine(root, one.os());
    DetectedTool tool = installed(machine, one);
    Map<String, String> before = snapshot(machine);
    InMemoryUndoLog log = new InMemoryUndoLog();
    // When
    ToolChange first = setUp(machine, tool, one.settings(), log);
    // Then
    Map<String, String> after = snapshot(machine);
    assertThat(first).isInstanceOf(ToolChange.Applied.class);
    // When
    ToolChange second = setUp(machine, tool, one.settings(), log);
    // Then
    assertThat(second).isInstanceOf(ToolChange.Unchanged.class);
    assertThat(snapshot(machine)).isEqualTo(after);
    // When
    setUp(machine, tool, one.later(), log);
    ToolChange reverted =
        machine.editor(ToolDefinitions.bundled()).revert(log.find(tool.id()).orElseThrow(), log);
    // Then
    assertThat(reverted).isInstanceOf(ToolChange.Reverted.class);
    assertThat(snapshot(machine)).isEqualTo(before);
  }

  private static ToolChange setUp(
      Machine machine, DetectedTool tool, Map<SettingKey, String> settings, InMemoryUndoLog log) {
    ToolBindings bindings = Bindings.of("/opt/it's here/gatepass", settings);
    return machine
        .editor(ToolDefinitions.bundled())
        .prepare(tool, bindings, log.find(tool.id()))
        .commit(log);
  }

  /** The tool as the catalog describes it, with its files; a directory may be left to setup. */
  private static DetectedTool installed(Machine machine, Case one) throws IOException {
    Description it =
        new DefinedToolCatalog(
                new ToolDefinitions(List.of(one.tool()), ToolDefinitions.bundled().installPlaces()),
                machine.paths())
            .describe()
            .getFirst();
    Files.createDirectories(machine.home());
    List<ConfigFile> files = one.tool().files(one.os());
    for (int i = 0; i < files.size(); i++) {
      if (one.files().get(i).isPresent()) {
        Path file = Path.of(it.files().get(i));
        Files.createDirectories(file.getParent());
        Files.writeString(file, one.files().get(i).get(), UTF_8);
      }
    }
    if (!one.tool().directory().made()) {
      Files.createDirectories(Path.of(it.files().getFirst()).getParent());
    }
    return new DetectedTool(
        it.id(), it.displayName(), it.mode(), it.level(), it.files(), it.skipped(), it.wants());
  }

  /** Every file and directory of the user's, byte for char. */
  private static Map<String, String> snapshot(Machine machine) throws IOException {
    Map<String, String> all = new TreeMap<>();
    if (Files.exists(machine.home())) {
      try (Stream<Path> paths = Files.walk(machine.home())) {
        for (Path path :
            paths.filter(it -> !it.startsWith(machine.home().resolve(".local"))).toList()) {
          all.put(
              path.toString(), Files.isDirectory(path) ? "" : Files.readString(path, ISO_8859_1));
        }
      }
    }
    return all;
  }

  private void clear() throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path :
          paths.sorted(Comparator.reverseOrder()).filter(it -> !it.equals(root)).toList()) {
        Files.delete(path);
      }
    }
  }
}
