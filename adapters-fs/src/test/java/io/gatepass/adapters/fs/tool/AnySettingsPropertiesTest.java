package io.gatepass.adapters.fs.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.edit.jsonc.JsoncDocuments;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.application.port.Connections;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.domain.failure.ToolConfigUnreadable;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Setup and teardown of Claude Code through real files, for any settings file. */
final class AnySettingsPropertiesTest {
  private static final ToolBindings BINDINGS =
      new ToolBindings("/opt/gatepass", Connections.example());

  private final InMemoryUndoLog log = new InMemoryUndoLog();
  private Path root;
  private Machine machine;

  @BeforeProperty
  void claudeCodeIsInstalled() throws IOException {
    root = Files.createTempDirectory("gatepass");
    machine = new Machine(root, Os.LINUX).withClaudeCode();
  }

  @AfterProperty
  void removeTheMachine() throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Provide
  Arbitrary<byte[]> accepted() {
    return JsoncDocuments.accepted().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<byte[]> anyBytes() {
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(20),
        Arbitraries.of("[]", "1", "{\"env\": []}", "{\"env\": {}, \"env\": {}}", "{", "{}}")
            .map(text -> text.getBytes(StandardCharsets.UTF_8)),
        accepted().map(AnySettingsPropertiesTest::withByteBroken));
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 150)
  void setupAndTeardownLeaveTheSameBytes(@ForAll("accepted") byte[] settings) throws IOException {
    // Given
    Files.write(machine.claudeSettings(), settings);
    // When
    setUp();
    // Then
    assertThat(machine.claudeSettings()).content().contains("'/opt/gatepass' token");
    // When
    tearDown();
    // Then
    assertThat(machine.claudeSettings()).hasBinaryContent(settings);
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 150)
  void whatIsRefusedIsNotTouchedAndWhatIsNotRefusedComesBack(@ForAll("anyBytes") byte[] settings)
      throws IOException {
    // Given
    Files.write(machine.claudeSettings(), settings);
    // When
    try {
      setUp();
      tearDown();
    } catch (ToolConfigUnreadable e) {
      assertThat(e).hasMessageMatching("(?s).*settings\\.json, line \\d+, column \\d+: .+\\.");
      assertThat(log.configured()).isEmpty();
    }
    // Then
    assertThat(machine.claudeSettings()).hasBinaryContent(settings);
  }

  private void setUp() {
    var _ =
        machine
            .editor(ToolDefinitions.bundled())
            .prepare(machine.claudeCode(), BINDINGS, log.find(new ToolId("claude-code")))
            .commit(log);
  }

  private void tearDown() {
    ToolChange change =
        machine
            .editor(ToolDefinitions.bundled())
            .revert(log.find(new ToolId("claude-code")).orElseThrow(), log);
    assertThat(change).isInstanceOf(ToolChange.Reverted.class);
  }

  private static byte[] withByteBroken(byte[] bytes) {
    byte[] broken = bytes.clone();
    if (broken.length > 0) {
      broken[broken.length / 2] = (byte) 0xC3;
    }
    return broken;
  }
}
