package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.ToolConfigEditor.PreparedEdit;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.failure.ToolConfigUnreadable;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.undo.UndoRecord;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ToolConfigEditor} does. Each test starts with a tool that gatepass has not
 * configured.
 */
public abstract class ToolConfigEditorContract {
  private final InMemoryUndoLog log = new InMemoryUndoLog();

  /** The editor under test; the same one at every call within a test. */
  protected abstract ToolConfigEditor editor();

  /** The tool. */
  protected abstract DetectedTool tool();

  /** The bytes of the tool's files in some readable form, and which of them there are. */
  protected abstract String content();

  /** Changes a value that setup has written, as the user would. */
  protected abstract void changeByHand() throws Exception;

  /** Makes a file of the tool impossible to edit safely. */
  protected abstract void makeUnreadable() throws Exception;

  @Test
  protected void preparingWritesNothing() {
    String before = content();

    PreparedEdit edit = prepare("/anthropic");

    assertThat(edit.changes()).isTrue();
    assertThat(edit.diff()).isNotBlank();
    assertThat(content()).isEqualTo(before);
    assertThat(log.configured()).isEmpty();
  }

  @Test
  protected void committingWritesTheFilesAndStoresTheRecord() {
    String before = content();

    ToolChange change = prepare("/anthropic").commit(log);

    assertThat(change).isInstanceOf(ToolChange.Applied.class);
    assertThat(change.tool()).isEqualTo(tool().id());
    assertThat(content()).isNotEqualTo(before);
    assertThat(log.find(tool().id())).isPresent();
  }

  @Test
  protected void committingTheSameAgainWritesNothingAndKeepsTheRecord() {
    prepare("/anthropic").commit(log);
    String before = content();
    Optional<UndoRecord> record = log.find(tool().id());

    PreparedEdit again = prepare("/anthropic");
    ToolChange change = again.commit(log);

    assertThat(again.changes()).isFalse();
    assertThat(again.diff()).isEmpty();
    assertThat(change).isInstanceOf(ToolChange.Unchanged.class);
    assertThat(content()).isEqualTo(before);
    assertThat(log.find(tool().id())).isEqualTo(record);
  }

  @Test
  protected void revertingPutsBackWhatStoodThereAndRemovesTheRecord() {
    String before = content();
    prepare("/anthropic").commit(log);

    ToolChange change = revert();

    assertThat(change).isInstanceOf(ToolChange.Reverted.class);
    assertThat(content()).isEqualTo(before);
    assertThat(log.configured()).isEmpty();
  }

  @Test
  protected void revertingGoesBackToBeforeTheFirstSetup() {
    String before = content();
    prepare("/anthropic").commit(log);
    prepare("/claude").commit(log);

    revert();

    assertThat(content()).isEqualTo(before);
    assertThat(log.configured()).isEmpty();
  }

  @Test
  protected void whatTheUserHasChangedIsLeftAloneAndSaid() throws Exception {
    prepare("/anthropic").commit(log);
    changeByHand();

    ToolChange change = revert();

    assertThat(change)
        .isInstanceOfSatisfying(
            ToolChange.Conflict.class, conflict -> assertThat(conflict.left()).isNotEmpty());
    assertThat(log.configured()).isEmpty();
  }

  @Test
  protected void whatSetupHasLeftHasNotDrifted() {
    prepare("/anthropic").commit(log);

    assertThat(editor().drift(log.find(tool().id()).orElseThrow())).isEmpty();
  }

  @Test
  protected void whatTheUserHasChangedHasDrifted() throws Exception {
    prepare("/anthropic").commit(log);
    changeByHand();
    String before = content();

    assertThat(editor().drift(log.find(tool().id()).orElseThrow()))
        .isNotEmpty()
        .allSatisfy(sentence -> assertThat(sentence).endsWith("since setup."));
    assertThat(content()).isEqualTo(before);
  }

  @Test
  protected void rollingBackTheFirstSetupLeavesNoTrace() {
    String before = content();
    PreparedEdit edit = prepare("/anthropic");
    edit.commit(log);

    edit.rollBack();

    assertThat(content()).isEqualTo(before);
    assertThat(log.configured()).isEmpty();
  }

  @Test
  protected void rollingBackALaterSetupLeavesTheEarlierOneAndItsWayBack() {
    String untouched = content();
    prepare("/anthropic").commit(log);
    String before = content();
    PreparedEdit edit = prepare("/claude");
    edit.commit(log);

    edit.rollBack();
    String rolledBack = content();
    revert();

    assertThat(rolledBack).isEqualTo(before);
    assertThat(content()).isEqualTo(untouched);
  }

  @Test
  protected void rollingBackWhatWroteNothingDoesNothing() {
    prepare("/anthropic").commit(log);
    String before = content();
    PreparedEdit same = prepare("/anthropic");
    same.commit(log);

    same.rollBack();
    prepare("/claude").rollBack();

    assertThat(content()).isEqualTo(before);
    assertThat(log.find(tool().id())).isPresent();
  }

  @Test
  protected void withoutARecordOfItNothingIsWritten() {
    String before = content();
    log.failStoresWith(new StorageFailed("The disk is full.", "Make room."));

    PreparedEdit edit = prepare("/anthropic");

    assertThatExceptionOfType(StorageFailed.class).isThrownBy(() -> edit.commit(log));
    assertThat(content()).isEqualTo(before);
    assertThat(log.configured()).isEmpty();
  }

  @Test
  protected void fileThatCannotBeEditedSafelyIsRefusedAndLeftAsItIs() throws Exception {
    makeUnreadable();
    String before = content();

    assertThatExceptionOfType(ToolConfigUnreadable.class)
        .isThrownBy(() -> prepare("/anthropic"))
        .satisfies(it -> assertThat(it.remedy()).isNotBlank());

    assertThat(content()).isEqualTo(before);
  }

  private PreparedEdit prepare(String pathPrefix) {
    return editor()
        .prepare(
            tool(),
            new ToolBindings(
                "/opt/gate pass/bin/gatepass",
                Connections.example().withAnthropicPathPrefix(pathPrefix)),
            log.find(tool().id()));
  }

  private ToolChange revert() {
    return editor().revert(log.find(tool().id()).orElseThrow(), log);
  }
}
