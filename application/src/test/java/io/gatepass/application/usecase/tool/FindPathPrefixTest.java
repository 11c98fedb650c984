package io.gatepass.application.usecase.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.usecase.token.Troubles;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.gateway.GatewayUrl;
import io.gatepass.domain.settings.SettingKey;
import org.junit.jupiter.api.Test;

/** Where Anthropic's API is: configured, else asked, else last known, else at the root. */
class FindPathPrefixTest {
  private static final GatewayUrl GATEWAY = GatewayUrl.parse("https://llm.example.com");

  private final Setups machine = Setups.withTools("claude-code");

  @Test
  void configuredPrefixIsUsedAndTheGatewayNotAsked() {
    machine.lazySetupWith(SettingKey.ANTHROPIC_PATH_PREFIX, "/claude");

    assertThat(machine.editor.configuration("claude-code"))
        .contains("https://llm.example.com/claude");
    assertThat(machine.probe.questions()).isZero();
  }

  @Test
  void prefixConfiguredToBeEmptyIsConfigured() {
    machine.prefixes.remember(GATEWAY, "/anthropic");

    machine.lazySetupWith(SettingKey.ANTHROPIC_PATH_PREFIX, "");

    assertThat(machine.editor.configuration("claude-code")).contains("https://llm.example.com");
    assertThat(machine.probe.questions()).isZero();
  }

  @Test
  void gatewayThatAsksForAKeyThereHasTheApiThere() {
    machine.probe.answersWith(401);

    machine.lazySetup();

    assertThat(machine.editor.configuration("claude-code"))
        .contains("https://llm.example.com/anthropic");
    assertThat(machine.prefixes.find(GATEWAY)).contains("/anthropic");
    assertThat(machine.probe.questions()).isOne();
  }

  @Test
  void gatewayThatAnswersOtherwiseHasItAtTheRootAndThatIsRememberedToo() {
    machine.prefixes.remember(GATEWAY, "/anthropic");
    machine.probe.answersWith(404);

    machine.lazySetup();

    assertThat(machine.editor.configuration("claude-code")).contains("https://llm.example.com");
    assertThat(machine.prefixes.find(GATEWAY)).contains("");
  }

  @Test
  void withoutAnAnswerTheLastKnownPrefixIsKept() {
    machine.prefixes.remember(GATEWAY, "/anthropic");
    machine.probe.doesNotAnswer();

    machine.lazySetup();

    assertThat(machine.editor.configuration("claude-code"))
        .contains("https://llm.example.com/anthropic");
    assertThat(machine.prefixes.find(GATEWAY)).contains("/anthropic");
  }

  @Test
  void withoutAnyKnowledgeTheRootIsAssumedAndNotRemembered() {
    machine.probe.doesNotAnswer();

    machine.lazySetup();

    assertThat(machine.editor.configuration("claude-code")).contains("https://llm.example.com");
    assertThat(machine.prefixes.find(GATEWAY)).isEmpty();
  }

  @Test
  void whatAPersonConfiguresIsNotTakenForTheGatewaysOwnAnswer() {
    machine.lazySetupWith(SettingKey.ANTHROPIC_PATH_PREFIX, "/claude");

    assertThat(machine.prefixes.find(GATEWAY)).isEmpty();
  }

  @Test
  void prefixIsRememberedOnlyWhenTheSetupWasSaved() {
    machine.settings.failSavesWith(Troubles.diskFull());

    assertThatExceptionOfType(StorageFailed.class).isThrownBy(machine::lazySetup);

    assertThat(machine.probe.questions()).isOne();
    assertThat(machine.prefixes.find(GATEWAY)).isEmpty();
  }

  @Test
  void gatewayIsNotAskedWhereNoToolWouldUseTheAnswer() {
    Setups bare = Setups.withTools();

    bare.lazySetup();

    assertThat(bare.probe.questions()).isZero();
    assertThat(bare.prefixes.find(GATEWAY)).isEmpty();
  }

  @Test
  void gatewayIsNotAskedForAToolWithoutAnthropicsAddress() {
    Setups other = Setups.withTools();
    other.catalog.installWithoutAnthropic("codex");

    other.lazySetup();

    assertThat(other.editor.configuration("codex")).contains("https://llm.example.com");
    assertThat(other.probe.questions()).isZero();
  }
}
