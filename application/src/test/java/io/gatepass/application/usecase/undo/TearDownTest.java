package io.gatepass.application.usecase.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.usecase.token.ForgetCredentials;
import io.gatepass.application.usecase.token.Troubles;
import io.gatepass.application.usecase.tool.Setups;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TearDownTest {
  private final Setups machine = Setups.withTools("claude-code", "codex");

  @Test
  void toolsArePutBackAndTheSignInStays() {
    machine.setup();

    TearDown.Outcome outcome = tearDown(false);

    assertThat(outcome.changes()).hasSize(2).hasOnlyElementsOfType(ToolChange.Reverted.class);
    assertThat(outcome.credentials()).isEqualTo(new TearDown.Credentials.Kept());
    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isPresent();
    assertThat(machine.settings.user()).isNotEmpty();
  }

  @Test
  void onlyTheNamedToolIsPutBack() {
    machine.setup();

    TearDown.Outcome outcome = tearDown(false, new ToolId("codex"));

    assertThat(outcome.changes()).hasSize(1);
    assertThat(machine.editor.configuration("claude-code")).isPresent();
  }

  @Test
  void purgeRevokesAndForgetsTheTokens() {
    machine.setup();

    TearDown.Outcome outcome = tearDown(true);

    assertThat(outcome.credentials())
        .isEqualTo(new TearDown.Credentials.Purged(ForgetCredentials.Outcome.REVOKED));
    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isEmpty();
    assertThat(machine.signIns.store.accessToken(machine.signIns.scope)).isEmpty();
  }

  @Test
  void storeInTroubleKeepsNoToolFromBeingPutBack() {
    machine.setup();
    machine.signIns.store.failReadsWith(Troubles.locked());
    machine.signIns.store.failWritesWith(Troubles.locked());

    TearDown.Outcome outcome = tearDown(true);

    assertThat(outcome.changes()).hasSize(2).hasOnlyElementsOfType(ToolChange.Reverted.class);
    assertThat(outcome.credentials())
        .isInstanceOfSatisfying(
            TearDown.Credentials.NotPurged.class,
            it -> assertThat(it.failure()).hasMessage("The keychain is locked."));
  }

  @Test
  void tokensOfAConnectionThatIsNoLongerConfiguredAreForgottenToo() {
    machine.setup();
    machine.settings.clear();

    TearDown.Outcome outcome = tearDown(true);

    assertThat(outcome.credentials())
        .isEqualTo(new TearDown.Credentials.Purged(ForgetCredentials.Outcome.FORGOTTEN));
    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isEmpty();
  }

  @Test
  void unknownToolIsAMistakeInUseAndNothingIsForgotten() {
    machine.setup();

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> tearDown(true, new ToolId("emacs")));

    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isPresent();
    assertThat(machine.undoLog.configured()).hasSize(2);
  }

  @Test
  void withTheLastToolGoesTheServiceThatSetupInstalled() {
    machine.setup();
    machine.service.install(Installer.SETUP);

    TearDown.Outcome first = tearDown(false, new ToolId("codex"));
    TearDown.Outcome last = tearDown(false, new ToolId("claude-code"));

    assertThat(first.service().removed()).isEmpty();
    assertThat(last.service().removed()).isPresent();
    assertThat(machine.service.installed()).isEmpty();
  }

  @Test
  void serviceThatTheUserInstalledStaysAndIsSaid() {
    machine.setup();
    machine.service.install(Installer.USER);

    TearDown.Outcome outcome = tearDown(false);

    assertThat(outcome.service().kept()).isPresent();
    assertThat(machine.service.installed()).isPresent();
  }

  @Test
  void serviceStaysWhileAToolCouldNotBePutBack() {
    machine.setup();
    machine.service.install(Installer.SETUP);
    machine.editor.makeUnwritable("codex");

    tearDown(false);

    assertThat(machine.service.installed()).isPresent();
  }

  @Test
  void bedrockHoldsUntilTheTeardownOfTheLastTool() {
    machine.lazySetupWith(SettingKey.BEDROCK_COMPAT, "true");
    machine.lazySetup();

    TearDown.Outcome first = tearDown(false, new ToolId("codex"));
    boolean held = machine.settings.user().containsKey(SettingKey.BEDROCK_COMPAT);
    TearDown.Outcome last = tearDown(false, new ToolId("claude-code"));

    assertThat(held).isTrue();
    assertThat(first.notes()).isEmpty();
    assertThat(last.notes())
        .containsExactly(
            "The last tool is undone, and with it goes what is set for Bedrock: bedrockCompat.");
    assertThat(machine.settings.user())
        .doesNotContainKey(SettingKey.BEDROCK_COMPAT)
        .containsKey(SettingKey.GATEWAY_URL);
  }

  @Test
  void bedrockThatIsConfiguredForALaterSetupIsLeftAlone() {
    machine.settings.save(
        Map.of(SettingKey.BEDROCK_COMPAT, SettingValue.parse(SettingKey.BEDROCK_COMPAT, "true")));

    TearDown.Outcome outcome = tearDown(false);

    assertThat(outcome.notes()).isEmpty();
    assertThat(machine.settings.user()).containsKey(SettingKey.BEDROCK_COMPAT);
  }

  @Test
  void settingsThatCannotBeWrittenKeepBedrockAndSaySo() {
    machine.lazySetupWith(SettingKey.BEDROCK_COMPAT, "true");
    machine.settings.failSavesWith(Troubles.diskFull());

    TearDown.Outcome outcome = tearDown(false);

    assertThat(outcome.changes()).hasOnlyElementsOfType(ToolChange.Reverted.class);
    assertThat(outcome.notes()).singleElement().asString().contains("Bedrock stay");
  }

  private TearDown.Outcome tearDown(boolean purgeTokens, ToolId... tools) {
    return new TearDown(
            machine.settings,
            machine.revertTools(),
            machine::forgetCredentials,
            machine.uninstallService())
        .tearDown(new TearDown.Request(List.of(tools), purgeTokens));
  }
}
