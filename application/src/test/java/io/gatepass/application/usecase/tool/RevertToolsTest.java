package io.gatepass.application.usecase.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevertToolsTest {
  private final Setups machine = Setups.withTools("claude-code", "codex");

  @Test
  void everyConfiguredToolIsPutBackAndItsRecordRemoved() {
    machine.lazySetup();

    RevertTools.Outcome outcome = revert();

    assertThat(outcome.changes()).hasSize(2).hasOnlyElementsOfType(ToolChange.Reverted.class);
    assertThat(outcome.complete()).isTrue();
    assertThat(machine.editor.configuration("claude-code")).isEmpty();
    assertThat(machine.editor.configuration("codex")).isEmpty();
    assertThat(machine.undoLog.configured()).isEmpty();
  }

  @Test
  void onlyTheNamedToolIsPutBackAndOnlyOnce() {
    machine.lazySetup();

    RevertTools.Outcome outcome = revert("codex", "codex");

    assertThat(outcome.changes())
        .singleElement()
        .isInstanceOf(ToolChange.Reverted.class)
        .hasFieldOrPropertyWithValue("tool", new ToolId("codex"));
    assertThat(machine.editor.configuration("claude-code")).isPresent();
    assertThat(machine.undoLog.configured()).hasSize(1);
  }

  @Test
  void withNothingConfiguredThereIsNothingToDo() {
    RevertTools.Outcome outcome = revert();

    assertThat(outcome.changes()).isEmpty();
    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void namedToolThatIsNotConfiguredIsSkipped() {
    RevertTools.Outcome outcome = revert("codex");

    assertThat(outcome.changes())
        .containsExactly(
            new ToolChange.Skipped(new ToolId("codex"), "gatepass has not configured it"));
    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void unknownToolIsAMistakeInUseBeforeAnythingIsPutBack() {
    machine.lazySetup();

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> revert("codex", "emacs"))
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.USAGE));

    assertThat(machine.undoLog.configured()).hasSize(2);
  }

  @Test
  void configuredToolIsPutBackAlsoWhenItsDefinitionIsGone() {
    machine.lazySetup();
    Setups later = Setups.withTools("claude-code");

    RevertTools.Outcome outcome =
        new RevertTools(later.catalog, machine.editor, machine.undoLog)
            .revert(new RevertTools.Request(List.of(new ToolId("codex"))));

    assertThat(outcome.changes()).singleElement().isInstanceOf(ToolChange.Reverted.class);
  }

  @Test
  void toolThatCannotBePutBackKeepsItsRecordAndTheOthersGoOn() {
    machine.lazySetup();
    machine.editor.makeUnwritable("claude-code");

    RevertTools.Outcome outcome = revert();

    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.changes())
        .extracting(change -> change.getClass().getSimpleName())
        .containsExactly("Failed", "Reverted");
    assertThat(outcome.changes().getFirst())
        .hasFieldOrPropertyWithValue("reason", "The file cannot be written.")
        .hasFieldOrPropertyWithValue("remedy", "Make it writable.");
    assertThat(machine.undoLog.find(new ToolId("claude-code"))).isPresent();
  }

  @Test
  void failedUndoCanBeRunAgain() {
    machine.lazySetup();
    machine.editor.makeUnwritable("claude-code");
    revert();
    machine.editor.heal();

    RevertTools.Outcome again = revert();

    assertThat(again.complete()).isTrue();
    assertThat(machine.editor.configuration("claude-code")).isEmpty();
  }

  @Test
  void valueThatTheUserHasChangedIsLeftAloneAndSaid() {
    machine.lazySetup();
    machine.editor.changeByHand("codex");

    RevertTools.Outcome outcome = revert();

    assertThat(outcome.changes().getLast())
        .isInstanceOf(ToolChange.Conflict.class)
        .hasFieldOrPropertyWithValue("left", List.of("The base address has been changed since."));
    assertThat(outcome.complete()).isTrue();
    assertThat(machine.undoLog.configured()).isEmpty();
  }

  private RevertTools.Outcome revert(String... tools) {
    return machine
        .revertTools()
        .revert(new RevertTools.Request(Stream.of(tools).map(ToolId::new).toList()));
  }
}
