package io.gatepass.application.usecase.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.usecase.tool.ConfigureTools.Outcome;
import io.gatepass.application.usecase.tool.ConfigureTools.Request;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.tool.ToolChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code setup --dry-run} tells what setup would do. */
class ConfigureToolsDryRunTest {
  private final Setups machine = Setups.withTools("claude-code", "codex");

  @Test
  void dryRunWritesNothingAndSignsNobodyIn() {
    Outcome outcome = machine.dryRun();

    assertThat(outcome.persisted()).isFalse();
    assertThat(outcome.signIn()).isEmpty();
    assertThat(machine.editor.journal()).isEmpty();
    assertThat(machine.undoLog.configured()).isEmpty();
    assertThat(machine.settings.user()).isEmpty();
    assertThat(machine.prefixes.find(machine.signIns.connection.gateway())).isEmpty();
    assertThat(machine.signIns.browsersOpened()).isZero();
    assertThat(machine.signIns.issuer.refreshes()).isZero();
  }

  @Test
  void dryRunTellsWhatSetupWouldDo() {
    machine.catalog.install("cursor", Optional.of("Cursor's servers make the call."));

    Outcome dry = machine.dryRun();
    Outcome real = machine.setup();

    assertThat(dry.changes()).isEqualTo(real.changes());
    assertThat(dry.diffs())
        .containsExactly(
            "-\n+https://llm.example.com/anthropic\n", "-\n+https://llm.example.com/anthropic\n");
  }

  @Test
  void dryRunAfterASetupTellsThatNothingWouldChange() {
    machine.setup();

    Outcome dry = machine.dryRun();

    assertThat(dry.changes()).hasSize(2).hasOnlyElementsOfType(ToolChange.Unchanged.class);
    assertThat(dry.diffs()).isEmpty();
  }

  @Test
  void dryRunTellsWhichToolWouldFail() {
    machine.editor.makeUnreadable("claude-code");

    Outcome dry = machine.dryRun();

    assertThat(dry.changes().getFirst())
        .isInstanceOf(ToolChange.Failed.class)
        .hasFieldOrPropertyWithValue("reason", "The file does not parse.");
    assertThat(dry.diffs()).hasSize(1);
  }

  @Test
  void dryRunNeedsTheMandatoryThreeLikeAnyOther() {
    Request request =
        new Request(Map.of(), List.of(), LoginPolicy.EAGER, LoginChannel.BROWSER, true);

    assertThatExceptionOfType(NotConfigured.class).isThrownBy(() -> machine.run(request));
  }
}
