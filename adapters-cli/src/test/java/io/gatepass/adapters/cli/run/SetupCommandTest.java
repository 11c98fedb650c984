package io.gatepass.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.failure.LoginFailed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetupCommandTest {
  private final CliFixture cli = new CliFixture();

  @Test
  void readsLikeAShortStory() {
    cli.catalog.install("claude-code");
    cli.catalog.install(
        "cursor", Optional.of("Cursor calls models from its own servers; no local proxy"));

    int exit = cli.runConnected("setup");

    assertThat(exit).isZero();
    assertThat(cli.err())
        .isEqualTo(
            """
            Found 1 tool.
            Signing you in at https://auth.example.com …
            Signed in (ada@example.com).
            """);
    assertThat(cli.out())
        .isEqualTo(
            """
              claude-code  direct  verified  ~/.claude-code/settings.json  changed
              cursor       –       –         Cursor calls models from its own servers; no local proxy (skipped)
            Undo any time: gatepass teardown
            """);
  }

  @Test
  void lazySaysWhenTheBrowserWillOpenAndOpensNone() {
    cli.catalog.install("claude-code");

    int exit = cli.runConnected("setup", "--lazy");

    assertThat(exit).isZero();
    assertThat(cli.server.logins()).isZero();
    assertThat(cli.err()).isEqualTo("Found 1 tool.\n");
    assertThat(cli.out()).contains("The browser opens for the sign-in at a tool's first request.");
  }

  @Test
  void aSecondRunChangesNothingAndSaysSo() {
    cli.catalog.install("claude-code");
    cli.runConnected("setup");

    int exit = cli.run("setup");

    assertThat(exit).isZero();
    assertThat(cli.out()).contains("settings.json  unchanged");
    assertThat(cli.err()).contains("You are signed in already.");
  }

  @Test
  void withoutToolsTheSettingsAreSavedAllTheSame() {
    int exit = cli.runConnected("setup", "--lazy");

    assertThat(exit).isZero();
    assertThat(cli.settings.user()).hasSize(3);
    assertThat(cli.err())
        .isEqualTo(
            """
            Found no tools.
            The settings are saved. A later gatepass setup picks up new tools.
            """);
  }

  @Test
  void someFailedToolsExitWithSix() {
    cli.catalog.install("claude-code");
    cli.catalog.install("codex");
    cli.editor.makeUnreadable("codex");

    int exit = cli.runConnected("setup", "--lazy");

    assertThat(exit).isEqualTo(6);
    assertThat(cli.out())
        .contains("claude-code  direct  verified  ")
        .contains("codex        –       –         The file does not parse. (failed)")
        .contains("      Correct it.");
  }

  @Test
  void onlyFailedToolsExitWithOneAndSaveNothing() {
    cli.catalog.install("codex");
    cli.editor.makeUnreadable("codex");

    int exit = cli.runConnected("setup", "--lazy");

    assertThat(exit).isEqualTo(1);
    assertThat(cli.settings.user()).isEmpty();
    assertThat(cli.err()).contains("No tool could be configured; nothing was changed.");
  }

  @Test
  void aRefusedLoginExitsWithFourAndLeavesNoTrace() {
    cli.catalog.install("claude-code");
    cli.server.failLoginsWith(new LoginFailed("The sign-in was refused.", "Try again."));

    int exit = cli.runConnected("setup");

    assertThat(exit).isEqualTo(4);
    assertThat(cli.err()).endsWith("The sign-in was refused.\nTry again.\n");
    assertThat(cli.settings.user()).isEmpty();
    assertThat(cli.editor.journal()).isEmpty();
  }

  @Test
  void notConfiguredExitsWithThreeAndTheLineThatWouldFixIt() {
    int exit = cli.run("setup", "--issuer", "https://auth.example.com");

    assertThat(exit).isEqualTo(3);
    assertThat(cli.err())
        .isEqualTo(
            """
            gatepass is not configured: gateway URL, client id not set.
            Run: gatepass config set --gateway-url https://… --client-id …
            """);
  }

  @Test
  void aWrongOptionValueExitsWithTwoNamingOptionValueAndRule() {
    int exit = cli.run("setup", "--gateway-url", "http://llm.example.com");

    assertThat(exit).isEqualTo(2);
    assertThat(cli.err())
        .startsWith("--gateway-url: The gateway URL \"http://llm.example.com\" is not allowed: ")
        .contains("http:// is allowed only for a loopback host");
  }

  @Test
  void anUnknownToolExitsWithTwoNamingTheKnownOnes() {
    cli.catalog.know("claude-code");

    int exit = cli.runConnected("setup", "--lazy", "--client", "claud");

    assertThat(exit).isEqualTo(2);
    assertThat(cli.err()).contains("\"claud\"").contains("Name one of: claude-code.");
  }

  @Test
  void aDryRunPrintsTheDiffAndWritesNothing() {
    cli.catalog.install("claude-code");

    int exit = cli.runConnected("setup", "--dry-run");

    assertThat(exit).isZero();
    assertThat(cli.out()).contains("would change").contains("+https://llm.example.com/anthropic");
    assertThat(cli.err()).endsWith("Nothing was written.\n");
    assertThat(cli.editor.journal()).isEmpty();
    assertThat(cli.settings.user()).isEmpty();
    assertThat(cli.server.logins()).isZero();
  }

  @Test
  void jsonIsOneObject() {
    cli.catalog.install("claude-code");

    int exit = cli.runConnected("setup", "--lazy", "--output", "json");

    assertThat(exit).isZero();
    assertThat(cli.out())
        .isEqualToIgnoringNewLines(
            """
            {
              "dry_run" : false,
              "settings_file" : "memory",
              "settings_saved" : true,
              "signed_in" : false,
              "tools" : [ {
                "tool" : "claude-code",
                "mode" : "direct",
                "support" : "verified",
                "files" : [ "/home/ada/.claude-code/settings.json" ],
                "state" : "changed",
                "notes" : [ ]
              } ],
              "diffs" : [ ],
              "proxy" : {
                "state" : "not needed"
              }
            }
            """);
  }
}
