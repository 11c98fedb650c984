package io.gatepass.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolsCommandTest {
  private final CliFixture cli = new CliFixture();

  @Test
  void everyToolIsALine() {
    cli.catalog.install("claude-code");
    cli.catalog.know("codex");
    cli.runConnected("setup", "--lazy");

    assertThat(cli.run("tools")).isZero();
    assertThat(cli.out().lines())
        .containsExactly(
            "TOOL             INSTALLED  MODE     SUPPORT     STATE           FILES",
            "claude-code      yes        direct   verified    configured     "
                + " ~/.claude-code/settings.json",
            "codex            no         direct   documented  not configured");
  }

  @Test
  void changedToolIsShownWithWhatWasChanged() {
    cli.catalog.install("claude-code");
    cli.runConnected("setup", "--lazy");
    cli.editor.changeByHand("claude-code");

    assertThat(cli.run("tools", "show", "claude-code")).isZero();
    assertThat(cli.out())
        .contains("claude-code (claude-code)\n")
        .contains("  state      drifted\n")
        .contains("  note       The base address has been changed since setup.\n");
  }

  @Test
  void toolsAsJsonAreOneObject() {
    cli.catalog.install("cursor", Optional.of("its servers make the calls"));

    assertThat(cli.run("tools", "--output", "json")).isZero();
    assertThat(cli.out())
        .startsWith("{\n  \"tools\" : [")
        .contains("\"state\" : \"not configured\"")
        .contains("\"skipped\" : \"its servers make the calls\"");
  }

  @Test
  void oneToolAsJsonIsThatObject() {
    cli.catalog.install("claude-code");

    assertThat(cli.run("tools", "show", "claude-code", "--output", "json")).isZero();
    assertThat(cli.out()).startsWith("{\n  \"tool\" : \"claude-code\"");
  }

  @Test
  void unknownToolIsAUsageError() {
    assertThat(cli.run("tools", "show", "emacs")).isEqualTo(2);
    assertThat(cli.err()).contains("does not know a tool \"emacs\"");
  }
}
