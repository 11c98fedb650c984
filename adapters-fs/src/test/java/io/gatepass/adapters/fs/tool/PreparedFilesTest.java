package io.gatepass.adapters.fs.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.adapters.fs.tool.detect.DefinedToolCatalog;
import io.gatepass.adapters.fs.tool.plan.ToolPlan;
import io.gatepass.adapters.fs.tool.plan.ToolPlanner;
import io.gatepass.application.port.Connections;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when somebody else is at the files, and when only some of them can be written. */
final class PreparedFilesTest {
  private static final ToolId CLAUDE_CODE = new ToolId("claude-code");

  @TempDir private Path root;
  private final InMemoryUndoLog log = new InMemoryUndoLog();
  private Machine machine;

  @BeforeEach
  void claudeCodeIsInstalled() throws IOException {
    machine = new Machine(root, Os.LINUX).withClaudeCode().withSettings("{}");
  }

  @Test
  void aChangeBetweenReadingAndWritingIsKept() throws IOException {
    // Given a tool that writes its settings after the plan was made under the lock
    PreparedFiles edit = prepared(ToolDefinitions.bundled(), List.of("{\"theirs\": 1}"));
    // When
    edit.commit(log);
    // Then
    assertThat(machine.claudeSettings()).content().contains("\"theirs\": 1", "apiKeyHelper");
    // When
    revert(ToolDefinitions.bundled());
    // Then
    assertThat(machine.claudeSettings()).hasContent("{\"theirs\": 1}");
  }

  @Test
  void aFileThatNeverHoldsStillIsGivenUpWithoutATrace() {
    // Given
    List<String> versions =
        IntStream.range(0, 20).mapToObj(version -> "{\"theirs\": %d}".formatted(version)).toList();
    PreparedFiles edit = prepared(ToolDefinitions.bundled(), versions);
    // Then
    assertThatThrownBy(() -> edit.commit(log))
        .isInstanceOf(StorageFailed.class)
        .hasMessage(machine.claudeSettings() + " keeps changing while it is edited.");
    assertThat(machine.claudeSettings()).content().doesNotContain("apiKeyHelper");
    assertThat(log.configured()).isEmpty();
  }

  @Test
  void whereOneFileCannotBeWrittenTheOthersAreAsTheyWere() throws IOException {
    // Given
    Path second = Files.writeString(machine.home().resolve(".claude/second.json"), "{ }");
    Files.setPosixFilePermissions(second, PosixFilePermissions.fromString("r--r--r--"));
    PreparedFiles edit = prepared(Definitions.withTwoFiles(), List.of());
    // Then
    assertThatThrownBy(() -> edit.commit(log))
        .isInstanceOf(StorageFailed.class)
        .hasMessageContaining("second.json");
    assertThat(machine.claudeSettings()).hasContent("{}");
    assertThat(second).hasContent("{ }");
    assertThat(log.configured()).isEmpty();
  }

  @Test
  void twoFilesAreConfiguredAndPutBackTogether() throws IOException {
    // Given
    Path second = machine.home().resolve(".claude/second.json");
    PreparedFiles edit = prepared(Definitions.withTwoFiles(), List.of());
    // When
    ToolChange change = edit.commit(log);
    // Then
    assertThat(change).isInstanceOf(ToolChange.Applied.class);
    assertThat(second).content().contains("apiKeyHelper");
    // When
    revert(Definitions.withTwoFiles());
    // Then
    assertThat(machine.claudeSettings()).hasContent("{}");
    assertThat(second).doesNotExist();
  }

  @Test
  void rollingBackAFileThatSomebodyHasChangedKeepsTheirChangeAndTheRecord() throws IOException {
    // Given
    PreparedFiles edit = prepared(ToolDefinitions.bundled(), List.of());
    edit.commit(log);
    String changed = Files.readString(machine.claudeSettings()).replaceFirst("\\{", "{ /* me */");
    machine.withSettings(changed);
    // When
    edit.rollBack();
    // Then
    assertThat(machine.claudeSettings()).hasContent(changed);
    // When
    revert(ToolDefinitions.bundled());
    // Then
    assertThat(Files.readString(machine.claudeSettings()))
        .startsWith("{ /* me */")
        .hasSizeLessThan(20);
  }

  @Test
  void setupsAtTheSameTimeEndAsOneSetup() throws IOException {
    // Given
    List<PreparedFiles> edits =
        IntStream.range(0, 8)
            .mapToObj(_ -> prepared(ToolDefinitions.bundled(), List.of()))
            .toList();
    // When
    List<ToolChange> changes = commitAll(edits);
    // Then
    assertThat(changes).filteredOn(ToolChange.Applied.class::isInstance).hasSize(1);
    assertThat(changes).filteredOn(ToolChange.Unchanged.class::isInstance).hasSize(7);
    // When
    revert(ToolDefinitions.bundled());
    // Then
    assertThat(machine.claudeSettings()).hasContent("{}");
  }

  private List<ToolChange> commitAll(List<PreparedFiles> edits) {
    try (ExecutorService threads = Executors.newFixedThreadPool(edits.size())) {
      return edits.stream()
          .map(edit -> CompletableFuture.supplyAsync(() -> edit.commit(log), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  /** An edit during which the tool writes those settings, one after the making of each plan. */
  private PreparedFiles prepared(ToolDefinitions definitions, List<String> writes) {
    DetectedTool tool = new DefinedToolCatalog(definitions, machine.paths()).detect().getFirst();
    ToolBindings bindings = new ToolBindings("/opt/gatepass", Connections.example());
    ToolPlanner planner = machine.planner(definitions);
    Iterator<String> next = writes.iterator();
    Function<Optional<UndoRecord>, ToolPlan> disturbed =
        earlier -> {
          ToolPlan plan = planner.plan(tool, bindings, earlier);
          writeNext(next);
          return plan;
        };
    ToolLocks locks = new ToolLocks(new FileLocks(root.resolve("locks"), System::nanoTime));
    return new PreparedFiles(
        tool, disturbed, locks, planner.plan(tool, bindings, Optional.empty()));
  }

  private void writeNext(Iterator<String> next) {
    try {
      if (next.hasNext()) {
        machine.withSettings(next.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void revert(ToolDefinitions definitions) {
    UndoRecord record = log.find(CLAUDE_CODE).orElseThrow();
    assertThat(machine.editor(definitions).revert(record, log))
        .isInstanceOf(ToolChange.Reverted.class);
  }
}
