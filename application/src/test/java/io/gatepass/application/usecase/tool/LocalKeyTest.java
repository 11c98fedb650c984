package io.gatepass.application.usecase.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.usecase.token.Troubles;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import org.junit.jupiter.api.Test;

/** The local key in setup. */
class LocalKeyTest {
  private final Setups machine = Setups.withTools("claude-code");

  @Test
  void setupWithoutAToolThatHoldsAKeyMakesNone() {
    machine.setup();

    assertThat(machine.localKeys.find()).isEmpty();
  }

  @Test
  void firstSetupOfAToolThatHoldsAKeyMakesItAndLaterOnesUseTheSame() {
    machine.catalog.installProxyTool("gemini-cli");

    machine.setup();
    Secret first = machine.localKeys.find().orElseThrow();
    machine.lazySetup();

    assertThat(machine.localKeys.find()).hasValue(first);
  }

  @Test
  void dryRunMakesNoKey() {
    machine.catalog.installProxyTool("gemini-cli");

    assertThat(machine.dryRun().changes()).hasSize(2);

    assertThat(machine.localKeys.find()).isEmpty();
  }

  @Test
  void keyThatCannotBeKeptFailsOnlyTheToolsThatHoldIt() {
    machine.catalog.installProxyTool("gemini-cli");
    machine.localKeys.failWith(Troubles.locked());

    ConfigureTools.Outcome outcome = machine.setup();

    assertThat(outcome.changes())
        .hasExactlyElementsOfTypes(ToolChange.Applied.class, ToolChange.Failed.class);
    assertThat(outcome.changes().getLast().tool()).isEqualTo(new ToolId("gemini-cli"));
    assertThat(outcome.persisted()).isTrue();
  }

  @Test
  void setupThatCannotBePersistedLeavesNoNewKey() {
    machine.catalog.installProxyTool("gemini-cli");
    machine.settings.failSavesWith(new StorageFailed("The disk is full.", "Make room."));

    assertThatExceptionOfType(StorageFailed.class).isThrownBy(machine::setup);

    assertThat(machine.localKeys.find()).isEmpty();
  }
}
