package io.gatepass.application.usecase.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.usecase.tool.ConfigureTools.Outcome;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which tools setup deals with. */
class ConfigureToolsSelectionTest {
  private final Setups machine = Setups.withTools("claude-code", "codex");

  @Test
  void onlyTheToolsThatAreNamedAreConfigured() {
    Outcome outcome = machine.setupOnly("codex");

    assertThat(outcome.changes())
        .singleElement()
        .isInstanceOf(ToolChange.Applied.class)
        .extracting(ToolChange::tool)
        .isEqualTo(new ToolId("codex"));
    assertThat(machine.editor.configuration("claude-code")).isEmpty();
    assertThat(machine.signIns.notices.progress()).contains("found 1");
  }

  @Test
  void toolThatIsUsuallyLeftAloneIsKeptUpToDateOnceItIsConfigured() {
    machine.catalog.install("cursor", Optional.of("its servers make the calls"));
    machine.setupOnly("cursor");

    Outcome outcome = machine.lazySetup();

    assertThat(outcome.changes())
        .filteredOn(change -> change.tool().equals(new ToolId("cursor")))
        .singleElement()
        .isInstanceOf(ToolChange.Unchanged.class);
  }

  @Test
  void namingAToolTwiceConfiguresItOnce() {
    assertThat(machine.setupOnly("codex", "codex").changes()).hasSize(1);
  }

  @Test
  void toolsComeInTheOrderOfTheCatalogNotOfTheCommandLine() {
    Outcome outcome = machine.setupOnly("codex", "claude-code");

    assertThat(outcome.changes())
        .extracting(change -> change.tool().value())
        .containsExactly("claude-code", "codex");
  }

  @Test
  void unknownToolIsAMistakeInUseBeforeAnythingIsBegun() {
    machine.catalog.know("cursor");

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> machine.setupOnly("codex", "emacs"))
        .withMessageContaining("emacs")
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.USAGE))
        .satisfies(it -> assertThat(it.remedy()).contains("claude-code, codex, cursor"));

    assertThat(machine.signIns.browsersOpened()).isZero();
    assertThat(machine.editor.journal()).isEmpty();
  }

  @Test
  void namedToolThatIsNotInstalledFailsAndTheOthersGoOn() {
    machine.catalog.know("gemini-cli");

    Outcome outcome = machine.setupOnly("gemini-cli", "codex");

    assertThat(outcome.changes())
        .extracting(change -> change.getClass().getSimpleName())
        .containsExactly("Applied", "Failed");
    assertThat(outcome.changes().getLast())
        .hasFieldOrPropertyWithValue("tool", new ToolId("gemini-cli"))
        .hasFieldOrPropertyWithValue("reason", "It was not found on this machine.");
    assertThat(outcome.persisted()).isTrue();
  }

  @Test
  void nobodySignsInForToolsThatAreNotInstalled() {
    machine.catalog.know("gemini-cli");

    Outcome outcome = machine.setupOnly("gemini-cli", "gemini-cli");

    assertThat(outcome.changes()).singleElement().isInstanceOf(ToolChange.Failed.class);
    assertThat(outcome.persisted()).isFalse();
    assertThat(machine.settings.user()).isEmpty();
    assertThat(machine.signIns.browsersOpened()).isZero();
  }

  @Test
  void legacyToolIsLeftAloneWithItsReason() {
    machine.catalog.install("cursor", Optional.of("Cursor's servers make the call."));

    Outcome outcome = machine.lazySetup();

    assertThat(outcome.changes().getLast())
        .isEqualTo(new ToolChange.Skipped(new ToolId("cursor"), "Cursor's servers make the call."));
    assertThat(machine.editor.configuration("cursor")).isEmpty();
    assertThat(outcome.persisted()).isTrue();
    assertThat(machine.signIns.notices.progress()).contains("found 2");
  }

  @Test
  void legacyToolIsConfiguredWhenItIsNamed() {
    machine.catalog.install("cursor", Optional.of("Cursor's servers make the call."));

    Outcome outcome = machine.setupOnly("cursor");

    assertThat(outcome.changes()).singleElement().isInstanceOf(ToolChange.Applied.class);
    assertThat(machine.editor.configuration("cursor")).isPresent();
  }

  @Test
  void settingsAreSavedAlsoWhereEveryToolIsLeftAlone() {
    Setups other = Setups.withTools();
    other.catalog.install("cursor", Optional.of("Cursor's servers make the call."));

    Outcome outcome = other.lazySetup();

    assertThat(outcome.persisted()).isTrue();
    assertThat(outcome.changes()).singleElement().isInstanceOf(ToolChange.Skipped.class);
  }
}
