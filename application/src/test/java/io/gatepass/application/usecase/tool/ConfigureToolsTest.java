package io.gatepass.application.usecase.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.Connections;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.application.usecase.token.Troubles;
import io.gatepass.application.usecase.tool.ConfigureTools.Outcome;
import io.gatepass.application.usecase.tool.ConfigureTools.Request;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.ToolChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Setup when all goes well. */
class ConfigureToolsTest {
  private final Setups machine = Setups.withTools("claude-code", "codex");

  @Test
  void setupSignsInPatchesEveryToolAndSavesTheOptions() {
    Outcome outcome = machine.setup();

    assertThat(outcome.signIn().orElseThrow().tier()).isEqualTo(Tier.LOGIN);
    assertThat(outcome.changes()).hasSize(2).hasOnlyElementsOfType(ToolChange.Applied.class);
    assertThat(machine.editor.journal()).containsExactly("commit claude-code", "commit codex");
    assertThat(machine.editor.configuration("codex")).contains("https://llm.example.com/anthropic");
    assertThat(machine.undoLog.configured()).hasSize(2);
    assertThat(machine.settings.user()).isEqualTo(Connections.options());
    assertThat(outcome.persisted()).isTrue();
    assertThat(outcome.location()).isEqualTo("memory");
  }

  @Test
  void personIsToldHowManyToolsWereFoundAndThatTheSignInIsDone() {
    machine.setup();

    assertThat(machine.signIns.notices.progress())
        .containsExactly("found 2", "started https://auth.example.com", "finished ada@example.com");
    assertThat(machine.signIns.notices.warnings()).isEmpty();
  }

  @Test
  void setupWithATokenAtHandOpensNoBrowser() {
    machine.signIns.personAsks();

    Outcome outcome = machine.setup();

    assertThat(outcome.signIn().orElseThrow().tier()).isEqualTo(Tier.CACHE);
    assertThat(machine.signIns.issuer.logins()).isOne();
  }

  @Test
  void lazySetupAsksTheIssuerNothing() {
    machine.signIns.issuer.failLoginsWith(Troubles.issuerDown());
    machine.signIns.issuer.failRequestsWith(Troubles.issuerDown());

    Outcome outcome = machine.lazySetup();

    assertThat(outcome.signIn()).isEmpty();
    assertThat(outcome.persisted()).isTrue();
    assertThat(machine.signIns.browsersOpened()).isZero();
    assertThat(machine.signIns.store.refreshToken(machine.signIns.scope)).isEmpty();
  }

  @Test
  void lazySetupTouchesNoSecretStore() {
    machine.signIns.store.failReadsWith(Troubles.locked());
    machine.signIns.store.failWritesWith(Troubles.locked());

    Outcome outcome = machine.lazySetup();

    assertThat(outcome.changes()).hasOnlyElementsOfType(ToolChange.Applied.class);
    assertThat(outcome.persisted()).isTrue();
    assertThat(machine.signIns.notices.warnings()).isEmpty();
  }

  @Test
  void lazySetupLeavesTheSameOnDiskAsAnyOtherButForTheCredential() {
    Setups other = Setups.withTools("claude-code", "codex");

    machine.setup();
    other.lazySetup();

    for (String tool : List.of("claude-code", "codex")) {
      assertThat(other.editor.configuration(tool))
          .isPresent()
          .isEqualTo(machine.editor.configuration(tool));
    }
    assertThat(other.undoLog.configured()).isEqualTo(machine.undoLog.configured());
    assertThat(other.settings.user()).isEqualTo(machine.settings.user());
    assertThat(other.prefixes.find(machine.signIns.connection.gateway()))
        .isPresent()
        .isEqualTo(machine.prefixes.find(machine.signIns.connection.gateway()));
  }

  @Test
  void signInAfterALazySetupIsTheFirstThatATokenNeeds() {
    machine.lazySetup();

    assertThat(machine.signIns.toolAsks().tier()).isEqualTo(Tier.LOGIN);
    assertThat(machine.signIns.toolAsks().tier()).isEqualTo(Tier.CACHE);
  }

  @Test
  void settingsAreSavedAlsoWhereNoToolIsInstalled() {
    Setups bare = Setups.withTools();

    Outcome outcome = bare.lazySetup();

    assertThat(outcome.changes()).isEmpty();
    assertThat(outcome.persisted()).isTrue();
    assertThat(bare.settings.user()).isEqualTo(Connections.options());
    assertThat(bare.signIns.notices.progress()).containsExactly("found 0");
  }

  @Test
  void withoutTheMandatoryThreeNothingIsBegun() {
    Request request =
        new Request(Map.of(), List.of(), LoginPolicy.EAGER, LoginChannel.BROWSER, false);

    assertThatExceptionOfType(NotConfigured.class).isThrownBy(() -> machine.run(request));

    assertThat(machine.signIns.browsersOpened()).isZero();
    assertThat(machine.editor.journal()).isEmpty();
  }

  @Test
  void storedSettingsStandInForOptionsThatAreNotGiven() {
    machine.lazySetup();

    Outcome outcome =
        machine.run(
            new Request(Map.of(), List.of(), LoginPolicy.DEFERRED, LoginChannel.BROWSER, false));

    assertThat(outcome.persisted()).isTrue();
    assertThat(machine.settings.user()).isEqualTo(Connections.options());
  }

  @Test
  void secondRunWritesNothingAndKeepsTheFirstRecord() {
    machine.setup();
    List<ConfiguredTool> first = machine.undoLog.configured();

    Outcome second = machine.setup();

    assertThat(second.changes()).hasSize(2).hasOnlyElementsOfType(ToolChange.Unchanged.class);
    assertThat(second.persisted()).isTrue();
    assertThat(machine.editor.journal()).hasSize(2);
    assertThat(machine.undoLog.configured()).isEqualTo(first);
  }

  @Test
  void secondRunWithOtherSettingsPatchesAgainAndKeepsTheFirstRecord() {
    machine.lazySetup();
    List<ConfiguredTool> first = machine.undoLog.configured();

    Outcome second = machine.lazySetupWith(SettingKey.GATEWAY_URL, "https://new.example.com");

    assertThat(second.changes()).hasOnlyElementsOfType(ToolChange.Applied.class);
    assertThat(machine.editor.configuration("codex")).contains("https://new.example.com/anthropic");
    assertThat(machine.undoLog.configured()).isEqualTo(first);
  }

  @Test
  void flagsThatNoToolUsesAreSaid() {
    Setups other = Setups.withTools();
    other.catalog.installWithoutAnthropic("codex");

    other.lazySetupWith(SettingKey.BEDROCK_COMPAT, "true");
    other.lazySetupWith(SettingKey.MODELS, "gpt-6");
    machine.lazySetupWith(SettingKey.BEDROCK_COMPAT, "true");

    assertThat(other.signIns.notices.warnings())
        .contains(
            "--bedrock-compat has no effect: no tool that is configured here uses it.",
            "--models has no effect: no tool that is configured here uses it.");
    assertThat(machine.signIns.notices.warnings()).isEmpty();
  }

  @Test
  void whatAMachinePolicyLocksOrNobodyKnowsIsSaid() {
    machine.settings.addWarning("config.json line 3 has an unknown key colour.");
    machine.settings.addLayer(
        new SettingsLayer(
            Origin.POLICY_LOCKED,
            "policy.json",
            Map.of(
                SettingKey.GATEWAY_URL,
                SettingValue.parse(SettingKey.GATEWAY_URL, "https://fleet.example.com"))));

    machine.lazySetup();

    assertThat(machine.signIns.notices.warnings())
        .containsExactly(
            "config.json line 3 has an unknown key colour.",
            "The machine policy locks gatewayUrl; the value from the command line has no effect.");
    assertThat(machine.editor.configuration("codex"))
        .contains("https://fleet.example.com/anthropic");
  }
}
