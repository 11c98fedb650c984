package io.gatepass.adapters.fs.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.application.port.Connections;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.ToolConfigEditor.PreparedEdit;
import io.gatepass.application.port.ToolConfigEditorContract;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.failure.ToolConfigUnreadable;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LosslessToolConfigEditorTest extends ToolConfigEditorContract {
  private static final ToolId CLAUDE_CODE = new ToolId("claude-code");
  private static final String THEIRS = "// mine\r\n{\"model\": \"opus\", /* keep */ \"env\": {}}";

  @TempDir private Path root;
  private final InMemoryUndoLog undoLog = new InMemoryUndoLog();
  private Machine machine;

  @BeforeEach
  void claudeCodeIsInstalledAndHasSettings() throws IOException {
    machine = new Machine(root, Os.LINUX).withClaudeCode().withSettings(THEIRS);
  }

  @Override
  protected ToolConfigEditor editor() {
    return machine.editor(ToolDefinitions.bundled());
  }

  @Override
  protected DetectedTool tool() {
    return machine.claudeCode();
  }

  @Override
  protected String content() {
    return settings();
  }

  @Override
  protected void changeByHand() throws IOException {
    machine.withSettings(settings().replace("300000", "1"));
  }

  @Override
  protected void makeUnreadable() throws IOException {
    machine.withSettings("{\"env\": {},\n \"env\": {}}");
  }

  @Test
  void aFileThatSetupMadeIsGoneAfterTeardown() throws IOException {
    // Given
    Files.delete(machine.claudeSettings());
    // When
    prepare().commit(undoLog);
    // Then
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(machine.claudeSettings())))
        .isEqualTo("rw-------");
    // When
    revert();
    // Then
    assertThat(machine.claudeSettings()).doesNotExist();
    assertThat(machine.home().resolve(".claude")).isEmptyDirectory();
  }

  @Test
  void directoriesThatSetupMadeAreGoneAfterTeardown() throws IOException {
    // Given a directory that has gone between detection and setup
    DetectedTool tool = tool();
    Files.delete(machine.claudeSettings());
    Files.delete(machine.home().resolve(".claude"));
    // When
    editor().prepare(tool, bindings(), Optional.empty()).commit(undoLog);
    revert();
    // Then
    assertThat(machine.home().resolve(".claude")).doesNotExist();
    assertThat(machine.home()).exists();
  }

  @Test
  void rollingBackRemovesAFileThatSetupMade() throws IOException {
    Files.delete(machine.claudeSettings());
    PreparedEdit edit = prepare();
    edit.commit(undoLog);

    edit.rollBack();

    assertThat(machine.claudeSettings()).doesNotExist();
  }

  @Test
  void aSecondSetupDoesNotTouchTheFile() throws IOException {
    // Given
    prepare().commit(undoLog);
    FileTime old = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
    Files.setLastModifiedTime(machine.claudeSettings(), old);
    // When
    ToolChange change = prepare().commit(undoLog);
    // Then
    assertThat(change).isInstanceOf(ToolChange.Unchanged.class);
    assertThat(Files.getLastModifiedTime(machine.claudeSettings())).isEqualTo(old);
  }

  @Test
  void aLinkStaysALinkAndItsTargetIsEdited() throws IOException {
    // Given
    Path target = Files.writeString(root.resolve("dotfiles.json"), "{}\n");
    Files.delete(machine.claudeSettings());
    Files.createSymbolicLink(machine.claudeSettings(), target);
    // When
    prepare().commit(undoLog);
    // Then
    assertThat(machine.claudeSettings()).isSymbolicLink();
    assertThat(target).content().contains("apiKeyHelper");
    // When
    revert();
    // Then
    assertThat(target).hasContent("{}\n");
  }

  @Test
  void aFileThatChangesAfterPreparingIsReadAnew() throws IOException {
    // Given
    PreparedEdit edit = prepare();
    machine.withSettings("{\"model\": \"sonnet\"}");
    // When
    edit.commit(undoLog);
    // Then
    assertThat(settings()).contains("sonnet", "apiKeyHelper").doesNotContain("opus");
    // When
    revert();
    // Then
    assertThat(settings()).isEqualTo("{\"model\": \"sonnet\"}");
  }

  @Test
  void aFileThatCannotBeEditedIsNamedWithLineAndColumn() throws IOException {
    machine.withSettings("{\n  \"env\": 1\n}");
    assertThatThrownBy(this::prepare)
        .isInstanceOf(ToolConfigUnreadable.class)
        .hasMessage(
            machine.claudeSettings()
                + ", line 2, column 10: the value of \"env\" is not an object.");
  }

  @Test
  void aFileThatCannotBeUndoneSafelyKeepsItsRecord() throws IOException {
    // Given
    prepare().commit(undoLog);
    String ours = settings();
    machine.withSettings(ours + "}");
    // When
    assertThatThrownBy(this::revert).isInstanceOf(ToolConfigUnreadable.class);
    // Then it can be run again
    machine.withSettings(ours);
    assertThat(revert()).isInstanceOf(ToolChange.Reverted.class);
    assertThat(settings()).isEqualTo(THEIRS);
  }

  @Test
  void whatTheUserChangedIsSaidInOneSentence() throws IOException {
    prepare().commit(undoLog);
    changeByHand();
    assertThat(revert())
        .isEqualTo(
            new ToolChange.Conflict(
                CLAUDE_CODE,
                tool().files(),
                List.of(
                    "env.CLAUDE_CODE_API_KEY_HELPER_TTL_MS in "
                        + machine.claudeSettings()
                        + " has been changed since setup and is left as it is.")));
  }

  @Test
  void aReadOnlyFileIsRefusedAndNothingIsRecorded() throws IOException {
    Files.setPosixFilePermissions(
        machine.claudeSettings(), PosixFilePermissions.fromString("r--r--r--"));
    PreparedEdit edit = prepare();
    assertThatThrownBy(() -> edit.commit(undoLog)).isInstanceOf(StorageFailed.class);
    assertThat(settings()).isEqualTo(THEIRS);
    assertThat(undoLog.configured()).isEmpty();
  }

  private PreparedEdit prepare() {
    return editor().prepare(tool(), bindings(), undoLog.find(CLAUDE_CODE));
  }

  private ToolChange revert() {
    return editor().revert(undoLog.find(CLAUDE_CODE).orElseThrow(), undoLog);
  }

  private String settings() {
    try {
      return Files.readString(machine.claudeSettings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ToolBindings bindings() {
    return new ToolBindings("/opt/gatepass", Connections.example());
  }
}
