package io.gatepass.application.usecase.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.usecase.tool.ConfigureTools.Outcome;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.tool.DetectedTool.Models;
import io.gatepass.domain.tool.ToolChange;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tools into which the gateway's models are written. */
class ConfigureToolsModelsTest {
  private final Setups machine = Setups.withTools();

  @BeforeEach
  void install() {
    machine.catalog.installModelTool("vscode", Models.REQUIRED);
    machine.catalog.installModelTool("claude-desktop", Models.OPTIONAL);
  }

  @Test
  void modelsOfTheSettingsAreWrittenAndTheGatewayIsNotAsked() {
    Outcome outcome = machine.lazySetupWith(SettingKey.MODELS, "sonnet,opus");

    assertThat(outcome.changes()).hasOnlyElementsOfType(ToolChange.Applied.class);
    assertThat(machine.editor.models("vscode")).containsExactly("sonnet", "opus");
    assertThat(machine.models.find(machine.gateway())).isEmpty();
  }

  @Test
  void afterASignInTheGatewaysModelsAreWritten() {
    machine.listsModels("sonnet", "haiku");

    Outcome outcome = machine.setup();

    assertThat(outcome.changes()).hasOnlyElementsOfType(ToolChange.Applied.class);
    assertThat(machine.editor.models("vscode")).containsExactly("sonnet", "haiku");
    assertThat(machine.editor.models("claude-desktop")).containsExactly("sonnet", "haiku");
  }

  @Test
  void lazySetupSkipsTheToolThatNeedsThemAndConfiguresTheOther() {
    machine.listsModels("sonnet");

    Outcome outcome = machine.lazySetup();

    assertThat(skipped(outcome).tool().value()).isEqualTo("vscode");
    assertThat(skipped(outcome).reason()).contains("sign-in").contains("--models");
    assertThat(machine.editor.models("claude-desktop")).isEmpty();
    assertThat(outcome.persisted()).isTrue();
  }

  @Test
  void lazySetupAsksWithTheTokenThatIsCached() {
    machine.listsModels("sonnet");
    machine.signIns.personAsks();

    machine.lazySetup();

    assertThat(machine.editor.models("vscode")).containsExactly("sonnet");
  }

  @Test
  void whatTheGatewaySaidIsRememberedForASetupThatCannotAsk() {
    machine.listsModels("sonnet");
    machine.setup();
    machine.probe.doesNotAnswer();

    Outcome outcome = machine.setup();

    assertThat(outcome.changes()).hasOnlyElementsOfType(ToolChange.Unchanged.class);
    assertThat(machine.editor.models("vscode")).containsExactly("sonnet");
  }

  @Test
  void gatewayThatListsNothingIsNamedAsTheReason() {
    Outcome outcome = machine.setup();

    assertThat(skipped(outcome).reason()).contains("does not say which models");
  }

  @Test
  void dryRunSkipsWhatASetupWouldSkipAndRemembersNothing() {
    machine.listsModels("sonnet");

    assertThat(skipped(machine.dryRun()).tool().value()).isEqualTo("vscode");

    machine.signIns.personAsks();
    assertThat(machine.dryRun().changes()).hasOnlyElementsOfType(ToolChange.Applied.class);
    assertThat(machine.models.find(machine.gateway())).isEmpty();
  }

  @Test
  void gatewayIsNotAskedWhereNoToolWantsItsModels() {
    Setups other = Setups.withTools("codex");
    other.listsModels("sonnet");

    other.setup();

    assertThat(other.probe.questions()).isOne();
    assertThat(other.models.find(other.gateway())).isEmpty();
  }

  private static ToolChange.Skipped skipped(Outcome outcome) {
    List<ToolChange.Skipped> skipped =
        outcome.changes().stream()
            .filter(ToolChange.Skipped.class::isInstance)
            .map(ToolChange.Skipped.class::cast)
            .toList();
    assertThat(skipped).hasSize(1);
    return skipped.getFirst();
  }
}
