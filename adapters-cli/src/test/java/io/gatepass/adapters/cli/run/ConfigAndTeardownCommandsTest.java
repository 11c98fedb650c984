package io.gatepass.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.settings.SettingKey;
import org.junit.jupiter.api.Test;

class ConfigAndTeardownCommandsTest {
  private final CliFixture cli = new CliFixture();

  @Test
  void settingsAreSetOneAtATime() {
    assertThat(cli.run("config", "set", "--issuer", "https://auth.example.com")).isZero();
    assertThat(cli.run("config", "set", "--models", "a,b", "--no-tls-skip-verify")).isZero();

    assertThat(cli.settings.user().keySet())
        .containsExactlyInAnyOrder(
            SettingKey.ISSUER, SettingKey.MODELS, SettingKey.TLS_SKIP_VERIFY);
    assertThat(cli.settings.user().get(SettingKey.MODELS).texts()).containsExactly("a", "b");
    assertThat(cli.settings.user().get(SettingKey.TLS_SKIP_VERIFY).text()).isEqualTo("false");
  }

  @Test
  void showTellsValuesOriginsAndTools() {
    cli.catalog.install("claude-code");
    cli.runConnected("setup", "--lazy");

    assertThat(cli.run("config", "show")).isZero();
    assertThat(cli.out())
        .contains("issuer                       https://auth.example.com  (settings file memory)")
        .contains("proxyPort                    14000  (default)")
        .contains("claude-code    direct   verified    ~/.claude-code/settings.json");
  }

  @Test
  void showAsJsonKeepsNumbersAndFlags() {
    cli.runConnected("config", "set");

    assertThat(cli.run("config", "show", "--format", "json")).isZero();
    assertThat(cli.out())
        .contains("\"proxyPort\" : {\n      \"value\" : 14000,")
        .contains("\"tlsSkipVerify\" : {\n      \"value\" : false,");
  }

  @Test
  void teardownPutsBackAndPurges() {
    cli.catalog.install("claude-code");
    cli.runConnected("setup");

    assertThat(cli.run("teardown", "--purge-tokens")).isZero();
    assertThat(cli.out())
        .contains("claude-code")
        .contains("put back")
        .contains("The credentials are revoked and forgotten.");
    assertThat(cli.editor.configuration("claude-code")).isEmpty();
    assertThat(cli.server.revocations()).isEqualTo(1);
  }

  @Test
  void teardownOfOneToolLeavesTheOthers() {
    cli.catalog.install("claude-code");
    cli.catalog.install("codex");
    cli.runConnected("setup", "--lazy");

    assertThat(cli.run("teardown", "codex")).isZero();
    assertThat(cli.editor.configuration("claude-code")).isPresent();
    assertThat(cli.editor.configuration("codex")).isEmpty();
  }

  @Test
  void toolsArePutBackEvenIfTheCredentialsCannotBeForgotten() {
    cli.catalog.install("claude-code");
    cli.runConnected("setup");
    cli.tokens.failWritesWith(
        new SecretStoreUnavailable(
            SecretStoreUnavailable.Reason.LOCKED, "The keychain is locked.", "Unlock it."));

    assertThat(cli.run("teardown", "--purge-tokens")).isEqualTo(1);
    assertThat(cli.editor.configuration("claude-code")).isEmpty();
    assertThat(cli.err())
        .contains("The credentials could not be forgotten: The keychain is locked.\nUnlock it.");
  }

  @Test
  void resetLeavesNothing() {
    cli.catalog.install("claude-code");
    cli.runConnected("setup");

    assertThat(cli.run("config", "reset")).isZero();
    assertThat(cli.settings.user()).isEmpty();
    assertThat(cli.undoLog.configured()).isEmpty();
    assertThat(cli.run("token")).isEqualTo(3);
  }

  @Test
  void resetKeepsTheRestWhileAToolCannotBePutBack() {
    cli.catalog.install("claude-code");
    cli.runConnected("setup");
    cli.editor.makeUnwritable("claude-code");

    assertThat(cli.run("config", "reset")).isEqualTo(1);
    assertThat(cli.settings.user()).isNotEmpty();
    assertThat(cli.undoLog.configured()).hasSize(1);
  }
}
