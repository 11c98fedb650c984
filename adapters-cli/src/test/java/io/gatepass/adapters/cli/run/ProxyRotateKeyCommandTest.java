package io.gatepass.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProxyRotateKeyCommandTest {
  private final CliFixture cli = new CliFixture();

  @Test
  void rotationTellsTheToolsAndNeverAKey() {
    // Given
    cli.catalog.installProxyTool("gemini-cli");
    cli.runConnected("setup", "--lazy");
    String before = cli.localKeys.obtain().reveal();

    // When
    int exitCode = cli.run("proxy", "rotate-key");

    // Then
    assertThat(exitCode).isZero();
    assertThat(cli.out())
        .contains("gemini-cli")
        .contains("changed")
        .contains("The local key is replaced")
        .doesNotContain(before)
        .doesNotContain(cli.localKeys.obtain().reveal());
    assertThat(cli.err()).contains("restarted");
  }

  @Test
  void rotationAsJsonIsOneObject() {
    cli.catalog.installProxyTool("gemini-cli");
    cli.runConnected("setup", "--lazy");

    assertThat(cli.run("proxy", "rotate-key", "--output", "json")).isZero();

    assertThat(cli.out())
        .startsWith("{\n  \"rotated\" : true")
        .contains("\"tool\" : \"gemini-cli\"")
        .contains("\"state\" : \"changed\"");
  }

  @Test
  void toolThatKeepsTheFormerKeyIsExitCodeSix() {
    cli.catalog.installProxyTool("gemini-cli");
    cli.catalog.installProxyTool("vscode");
    cli.runConnected("setup", "--lazy");
    cli.editor.makeUnreadable("vscode");

    assertThat(cli.run("proxy", "rotate-key")).isEqualTo(6);
    assertThat(cli.out()).contains("The file does not parse. (failed)");
    assertThat(cli.err()).contains("still holds the key before");
  }

  @Test
  void rotationThatNoToolCouldFollowIsAFailureAndSaysThatNothingHasChanged() {
    cli.catalog.installProxyTool("gemini-cli");
    cli.runConnected("setup", "--lazy");
    cli.editor.makeUnreadable("gemini-cli");

    assertThat(cli.run("proxy", "rotate-key")).isEqualTo(1);
    assertThat(cli.err()).contains("the local key is the one before");
  }

  @Test
  void withoutSettingsTheLineThatWouldFixItIsSaid() {
    assertThat(cli.run("proxy", "rotate-key")).isEqualTo(3);
    assertThat(cli.err()).contains("gatepass config set");
  }
}
