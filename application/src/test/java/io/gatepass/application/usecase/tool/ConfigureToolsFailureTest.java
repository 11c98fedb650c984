package io.gatepass.application.usecase.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.Connections;
import io.gatepass.application.usecase.token.Troubles;
import io.gatepass.application.usecase.tool.ConfigureTools.Outcome;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.ToolChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All or nothing for a tool, best effort across tools, all or nothing for the settings. */
class ConfigureToolsFailureTest {
  private final Setups machine = Setups.withTools("claude-code", "codex", "gemini-cli");

  @Test
  void failedLoginLeavesNoTrace() {
    machine.signIns.issuer.failLoginsWith(Troubles.denied());

    assertThatExceptionOfType(LoginFailed.class).isThrownBy(machine::setup);

    assertNoTrace();
    assertThat(machine.editor.journal()).isEmpty();
  }

  @Test
  void issuerThatCannotBeReachedLeavesNoTrace() {
    machine.signIns.issuer.failLoginsWith(Troubles.issuerDown());

    assertThatExceptionOfType(GatepassException.class).isThrownBy(machine::setup);

    assertNoTrace();
    assertThat(machine.editor.journal()).isEmpty();
  }

  @Test
  void settingsThatCannotBeSavedUndoEveryPatchTheLatestFirst() {
    machine.settings.failSavesWith(Troubles.diskFull());

    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(machine::setup)
        .withMessage("The file cannot be written.");

    assertThat(machine.editor.journal())
        .containsExactly(
            "commit claude-code",
            "commit codex",
            "commit gemini-cli",
            "roll back gemini-cli",
            "roll back codex",
            "roll back claude-code");
    assertNoTrace();
  }

  @Test
  void settingsThatCannotBeSavedLeaveAnEarlierSetupAsItWas() {
    machine.lazySetup();
    List<ConfiguredTool> records = machine.undoLog.configured();
    Optional<String> before = machine.editor.configuration("codex");
    machine.settings.failSavesWith(Troubles.diskFull());

    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> machine.lazySetupWith(SettingKey.GATEWAY_URL, "https://new.example.com"));

    assertThat(machine.undoLog.configured()).isEqualTo(records);
    assertThat(machine.editor.configuration("codex")).isEqualTo(before);
    assertThat(machine.settings.user()).isEqualTo(Connections.options());
  }

  @Test
  void settingsThatCannotBeSavedCostNobodyAnEarlierSignIn() {
    machine.signIns.personAsks();
    machine.settings.failSavesWith(Troubles.diskFull());

    assertThatExceptionOfType(StorageFailed.class).isThrownBy(machine::setup);

    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isPresent();
  }

  @Test
  void toolThatCannotBePutBackIsSaidAndTheOthersArePutBackAllTheSame() {
    machine.settings.failSavesWith(new StorageFailed("The settings cannot be saved.", "Retry."));
    machine.editor.makeUnwritableAfterCommit("codex");

    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(machine::setup)
        .withMessage("The settings cannot be saved.");

    assertThat(machine.editor.configuration("gemini-cli")).isEmpty();
    assertThat(machine.editor.configuration("claude-code")).isEmpty();
    assertThat(machine.undoLog.configured())
        .extracting(tool -> tool.id().value())
        .containsExactly("codex");
    assertThat(machine.signIns.notices.warnings())
        .containsExactly(
            "codex could not be put back: The file cannot be written."
                + " Run: gatepass teardown codex");
    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isEmpty();
  }

  @Test
  void newSignInThatCannotBeForgottenIsSaidAndTheFirstFailureReported() {
    machine.settings.failSavesWith(new StorageFailed("The settings cannot be saved.", "Retry."));
    machine.signIns.store.failWritesWith(Troubles.readOnly());

    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(machine::setup)
        .withMessage("The settings cannot be saved.");

    assertThat(machine.signIns.notices.warnings())
        .contains("The new sign-in could not be forgotten: The store is read-only. Use another.");
  }

  @Test
  void toolThatCannotBeReadFailsAlone() {
    machine.editor.makeUnreadable("codex");

    Outcome outcome = machine.setup();

    assertThat(outcome.changes())
        .extracting(change -> change.getClass().getSimpleName())
        .containsExactly("Applied", "Failed", "Applied");
    assertThat(outcome.persisted()).isTrue();
    assertThat(machine.undoLog.configured()).hasSize(2);
  }

  @Test
  void toolThatFailsBesideOthersThatAreAsTheyShouldBeKeepsNothingFromBeingSaved() {
    machine.lazySetup();
    machine.editor.makeUnreadable("codex");

    Outcome outcome = machine.lazySetup();

    assertThat(outcome.changes())
        .extracting(change -> change.getClass().getSimpleName())
        .containsExactly("Unchanged", "Failed", "Unchanged");
    assertThat(outcome.persisted()).isTrue();
  }

  @Test
  void failureOfAToolSaysWhatHappenedAndWhatToDo() {
    machine.editor.makeUnreadable("codex");

    Outcome outcome = machine.lazySetup();

    assertThat(outcome.changes().get(1))
        .hasFieldOrPropertyWithValue("reason", "The file does not parse.")
        .hasFieldOrPropertyWithValue("remedy", "Correct it.");
  }

  @Test
  void toolThatCannotBeWrittenFailsAloneAndLeavesNoRecord() {
    machine.editor.makeUnwritable("codex");

    Outcome outcome = machine.lazySetup();

    assertThat(outcome.changes().get(1)).isInstanceOf(ToolChange.Failed.class);
    assertThat(outcome.persisted()).isTrue();
    assertThat(machine.undoLog.configured())
        .extracting(tool -> tool.id().value())
        .containsExactly("claude-code", "gemini-cli");
  }

  @Test
  void withoutARecordOfItNothingIsWritten() {
    machine.undoLog.failStoresWith(Troubles.diskFull());

    Outcome outcome = machine.lazySetup();

    assertThat(outcome.changes()).hasOnlyElementsOfType(ToolChange.Failed.class);
    assertThat(machine.editor.configuration("claude-code")).isEmpty();
    assertNoTrace();
  }

  @Test
  void whenEveryToolFailsNothingIsSavedAndTheNewSignInIsForgotten() {
    machine.editor.makeUnreadable("claude-code");
    machine.editor.makeUnreadable("codex");
    machine.editor.makeUnwritable("gemini-cli");

    Outcome outcome = machine.setup();

    assertThat(outcome.changes()).hasSize(3).hasOnlyElementsOfType(ToolChange.Failed.class);
    assertThat(outcome.persisted()).isFalse();
    assertNoTrace();
  }

  @Test
  void whenEveryToolFailsAnEarlierSignInStays() {
    machine.signIns.personAsks();
    machine.editor.makeUnreadable("claude-code");
    machine.editor.makeUnreadable("codex");
    machine.editor.makeUnreadable("gemini-cli");

    Outcome outcome = machine.setup();

    assertThat(outcome.persisted()).isFalse();
    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isPresent();
  }

  private void assertNoTrace() {
    assertThat(machine.settings.user()).isEmpty();
    assertThat(machine.undoLog.configured()).isEmpty();
    assertThat(machine.editor.configuration("claude-code")).isEmpty();
    assertThat(machine.editor.configuration("codex")).isEmpty();
    assertThat(machine.editor.configuration("gemini-cli")).isEmpty();
    assertThat(machine.signIns.store.accessToken(machine.signIns.scope)).isEmpty();
    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isEmpty();
    assertThat(machine.prefixes.find(machine.signIns.connection.gateway())).isEmpty();
  }
}
