package io.gatepass.application.usecase.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.token.Troubles;
import io.gatepass.application.usecase.tool.Setups;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.tool.ToolChange;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RotateLocalKeyTest {
  private final Setups machine = Setups.withTools("claude-code");

  @Test
  void everyToolThatHoldsTheKeyGetsTheNewOne() {
    // Given
    Secret before = setUp("gemini-cli", "vscode");

    // When
    RotateLocalKey.Outcome outcome = rotate();

    // Then
    assertThat(outcome.rotated()).isTrue();
    assertThat(outcome.changes()).hasSize(2).hasOnlyElementsOfType(ToolChange.Applied.class);
    assertThat(machine.localKeys.find()).isPresent().isNotEqualTo(Optional.of(before));
    assertThat(keyIn("gemini-cli")).isEqualTo(machine.localKeys.find());
    assertThat(keyIn("vscode")).isEqualTo(machine.localKeys.find());
  }

  @Test
  void toolsThatHoldNoKeyAreNotTouched() {
    setUp("gemini-cli");
    int done = machine.editor.journal().size();

    rotate();

    assertThat(machine.editor.journal().subList(done, machine.editor.journal().size()))
        .containsExactly("commit gemini-cli");
  }

  @Test
  void undoRecordStaysTheOneOfTheFirstSetup() {
    setUp("gemini-cli");
    var since = machine.undoLog.configured();

    rotate();

    assertThat(machine.undoLog.configured()).isEqualTo(since);
  }

  @Test
  void toolThatFailsIsToldAndTheOthersGoOn() {
    // Given
    Secret before = setUp("gemini-cli", "vscode");
    machine.editor.makeUnreadable("gemini-cli");

    // When
    RotateLocalKey.Outcome outcome = rotate();

    // Then
    assertThat(outcome.rotated()).isTrue();
    assertThat(outcome.changes())
        .hasSize(2)
        .hasAtLeastOneElementOfType(ToolChange.Failed.class)
        .hasAtLeastOneElementOfType(ToolChange.Applied.class);
    assertThat(keyIn("gemini-cli")).hasValue(before);
    assertThat(keyIn("vscode")).isEqualTo(machine.localKeys.find());
  }

  @Test
  void whereNoToolCanBeEditedTheKeyStays() {
    Secret before = setUp("gemini-cli");
    machine.editor.makeUnreadable("gemini-cli");

    RotateLocalKey.Outcome outcome = rotate();

    assertThat(outcome.rotated()).isFalse();
    assertThat(machine.localKeys.find()).hasValue(before);
  }

  @Test
  void whereNoToolCanBeWrittenTheKeyBeforeIsPutBack() {
    Secret before = setUp("gemini-cli");
    machine.editor.makeUnwritable("gemini-cli");

    RotateLocalKey.Outcome outcome = rotate();

    assertThat(outcome.rotated()).isFalse();
    assertThat(outcome.changes()).hasOnlyElementsOfType(ToolChange.Failed.class);
    assertThat(machine.localKeys.find()).hasValue(before);
    assertThat(keyIn("gemini-cli")).hasValue(before);
  }

  @Test
  void nextSetupWritesTheKeyWhereARotationHasFailed() {
    // Given
    setUp("gemini-cli", "vscode");
    machine.editor.makeUnwritable("gemini-cli");
    rotate();
    machine.editor.heal();

    // When
    machine.lazySetup();

    // Then
    assertThat(keyIn("gemini-cli")).isEqualTo(machine.localKeys.find());
  }

  @Test
  void withoutAToolThereStillIsANewKey() {
    machine.lazySetup();
    Secret before = machine.localKeys.obtain();

    RotateLocalKey.Outcome outcome = rotate();

    assertThat(outcome.rotated()).isTrue();
    assertThat(outcome.changes()).isEmpty();
    assertThat(machine.localKeys.find()).isPresent().isNotEqualTo(Optional.of(before));
  }

  @Test
  void toolWithoutADefinitionIsToldAndKeptForTeardown() {
    setUp("gemini-cli");
    machine.catalog.forget("gemini-cli");

    RotateLocalKey.Outcome outcome = rotate();

    assertThat(outcome.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            ToolChange.Failed.class,
            it -> assertThat(it.remedy()).contains("gatepass teardown gemini-cli"));
  }

  @Test
  void storeInTroubleChangesNothing() {
    setUp("gemini-cli");
    var before = machine.editor.configuration("gemini-cli");
    machine.localKeys.failWith(Troubles.locked());

    assertThatExceptionOfType(SecretStoreUnavailable.class).isThrownBy(this::rotate);

    assertThat(machine.editor.configuration("gemini-cli")).isEqualTo(before);
  }

  @Test
  void withoutSettingsThereIsNothingToRotate() {
    assertThatExceptionOfType(NotConfigured.class).isThrownBy(this::rotate);
  }

  private Secret setUp(String... proxyTools) {
    for (String tool : proxyTools) {
      machine.catalog.installProxyTool(tool);
    }
    machine.lazySetup();
    return machine.localKeys.find().orElseThrow();
  }

  private RotateLocalKey.Outcome rotate() {
    return new RotateLocalKey(
            new ResolveSettings(machine.settings), machine.localKeys, machine.rewriteTools())
        .rotate(new RotateLocalKey.Request());
  }

  private Optional<Secret> keyIn(String tool) {
    return machine
        .editor
        .configuration(tool)
        .map(text -> Secret.of(text.substring(text.lastIndexOf(' ') + 1)));
  }
}
