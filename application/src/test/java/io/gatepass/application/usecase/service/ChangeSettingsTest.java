package io.gatepass.application.usecase.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.usecase.settings.EditSettings;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.token.Troubles;
import io.gatepass.application.usecase.tool.Setups;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.tool.ToolChange;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another port of the proxy, and what has to follow. */
class ChangeSettingsTest {
  private final Setups machine = Setups.withTools("claude-code");

  @Test
  void toolsThatArePointedAtTheProxyFollowItsPort() {
    setUp("gemini-cli");

    ChangeSettings.Outcome outcome = change(SettingKey.PROXY_PORT, "15000");

    assertThat(outcome.saved()).isTrue();
    assertThat(outcome.changes()).singleElement().isInstanceOf(ToolChange.Applied.class);
    assertThat(configuration("gemini-cli")).contains("http://127.0.0.1:15000 ");
    assertThat(machine.settings.user()).containsKey(SettingKey.PROXY_PORT);
  }

  @Test
  void ifOneToolCannotFollowNothingIsChanged() {
    // Given
    setUp("gemini-cli", "vscode");
    machine.editor.makeUnwritable("vscode");

    // When
    ChangeSettings.Outcome outcome = change(SettingKey.PROXY_PORT, "15000");

    // Then
    assertThat(outcome.saved()).isFalse();
    assertThat(outcome.changes()).singleElement().isInstanceOf(ToolChange.Failed.class);
    assertThat(configuration("gemini-cli")).contains("http://127.0.0.1:14000 ");
    assertThat(machine.settings.user()).doesNotContainKey(SettingKey.PROXY_PORT);
  }

  @Test
  void ifOneToolCannotBeEditedNoneIsTouched() {
    setUp("gemini-cli", "vscode");
    machine.editor.makeUnreadable("vscode");
    var done = machine.editor.journal();

    assertThat(change(SettingKey.PROXY_PORT, "15000").saved()).isFalse();

    assertThat(machine.editor.journal()).isEqualTo(done);
  }

  @Test
  void settingsThatCannotBeSavedTakeTheToolsBack() {
    setUp("gemini-cli");
    machine.settings.failSavesWith(new StorageFailed("The disk is full.", "Make room."));

    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> change(SettingKey.PROXY_PORT, "15000"));

    assertThat(configuration("gemini-cli")).contains("http://127.0.0.1:14000 ");
  }

  @Test
  void keyThatCannotBeHadChangesNothing() {
    setUp("gemini-cli");
    machine.localKeys.failWith(Troubles.locked());

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> change(SettingKey.PROXY_PORT, "15000"));

    assertThat(machine.settings.user()).doesNotContainKey(SettingKey.PROXY_PORT);
  }

  @Test
  void samePortWritesNoTool() {
    setUp("gemini-cli");
    machine.localKeys.failWith(Troubles.locked());

    assertThat(change(SettingKey.PROXY_PORT, "14000").saved()).isTrue();
  }

  @Test
  void otherSettingsAskForNoKey() {
    setUp("gemini-cli");
    machine.localKeys.failWith(Troubles.locked());

    assertThat(change(SettingKey.AUDIENCE, "fleet").saved()).isTrue();
  }

  @Test
  void installedServiceFollows() {
    setUp("gemini-cli");
    machine.service.install(Installer.USER);

    change(SettingKey.PROXY_PORT, "15000");

    assertThat(machine.service.journal()).containsExactly("install", "restart");
  }

  @Test
  void serviceThatCannotFollowIsAWarning() {
    setUp("gemini-cli");
    machine.service.install(Installer.USER);
    machine.service.failWith(Proxies.noSystemd());

    ChangeSettings.Outcome outcome = change(SettingKey.PROXY_PORT, "15000");

    assertThat(outcome.saved()).isTrue();
    assertThat(outcome.warnings())
        .singleElement()
        .asString()
        .contains("still listens on the port before");
  }

  private void setUp(String... proxyTools) {
    for (String tool : proxyTools) {
      machine.catalog.installProxyTool(tool);
    }
    machine.lazySetup();
  }

  private ChangeSettings.Outcome change(SettingKey key, String text) {
    ChangeSettings.Parts parts =
        new ChangeSettings.Parts(
            new ResolveSettings(machine.settings),
            new EditSettings(machine.settings),
            machine.rewriteTools());
    return new ChangeSettings(parts, machine.undoLog, () -> machine.localKeys, machine.service)
        .change(new ChangeSettings.Request(Map.of(key, SettingValue.parse(key, text))));
  }

  private String configuration(String tool) {
    return machine.editor.configuration(tool).orElseThrow();
  }
}
