package io.gatepass.application.usecase.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.usecase.token.Troubles;
import io.gatepass.application.usecase.tool.Setups;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.tool.ToolChange;
import org.junit.jupiter.api.Test;

class ResetSettingsTest {
  private final Setups machine = Setups.withTools("claude-code", "codex");

  @Test
  void toolsArePutBackCredentialsForgottenAndSettingsRemoved() {
    machine.setup();
    machine.localKeys.obtain();

    ResetSettings.Outcome outcome = reset();

    assertThat(outcome.cleared()).isTrue();
    assertThat(outcome.changes()).hasSize(2).hasOnlyElementsOfType(ToolChange.Reverted.class);
    assertThat(outcome.location()).isEqualTo("memory");
    assertThat(machine.undoLog.configured()).isEmpty();
    assertThat(machine.signIns.issuer.revocations()).isOne();
    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isEmpty();
    assertThat(machine.localKeys.find()).isEmpty();
    assertThat(machine.settings.user()).isEmpty();
  }

  @Test
  void toolThatCannotBePutBackKeepsTheRestSoThatItGoesOnWorking() {
    machine.setup();
    machine.editor.makeUnwritable("codex");

    ResetSettings.Outcome outcome = reset();

    assertThat(outcome.cleared()).isFalse();
    assertThat(machine.settings.user()).isNotEmpty();
    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isPresent();
    assertThat(machine.signIns.issuer.revocations()).isZero();
  }

  @Test
  void resetCanBeRunAgain() {
    machine.setup();
    machine.editor.makeUnwritable("codex");
    reset();
    machine.editor.heal();

    ResetSettings.Outcome again = reset();

    assertThat(again.cleared()).isTrue();
    assertThat(machine.settings.user()).isEmpty();
  }

  @Test
  void resetOfWhatWasNeverConfiguredIsNoFailure() {
    ResetSettings.Outcome outcome = reset();

    assertThat(outcome.cleared()).isTrue();
    assertThat(outcome.changes()).isEmpty();
    assertThat(machine.signIns.issuer.revocations()).isZero();
  }

  @Test
  void credentialsThatCannotBeForgottenKeepTheSettings() {
    machine.setup();
    machine.signIns.store.failWritesWith(Troubles.locked());

    assertThatExceptionOfType(SecretStoreUnavailable.class).isThrownBy(this::reset);

    assertThat(machine.settings.user()).isNotEmpty();
  }

  @Test
  void serviceGoesWhoeverInstalledIt() {
    machine.setup();
    machine.service.install(Installer.USER);

    ResetSettings.Outcome outcome = reset();

    assertThat(outcome.service().removed()).isPresent();
    assertThat(machine.service.installed()).isEmpty();
  }

  private ResetSettings.Outcome reset() {
    return new ResetSettings(
            machine.settings,
            machine.revertTools(),
            machine.forgetCredentials(),
            machine.localKeys,
            machine.uninstallService())
        .reset(new ResetSettings.Request());
  }
}
