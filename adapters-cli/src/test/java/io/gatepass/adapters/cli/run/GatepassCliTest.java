package io.gatepass.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.failure.IssuerUnreachable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatepassCliTest {
  private final CliFixture cli = new CliFixture();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "config --help",
        "config set --help",
        "config show --help",
        "config reset --help",
        "setup --help",
        "teardown --help",
        "token --help"
      })
  void everyCommandHasHelpOnStdout(String line) {
    assertThat(cli.run(line.split(" "))).isZero();
    assertThat(cli.out()).startsWith("Usage: gatepass");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void aCommandBuiltAloneSpeaksAsItDoesAmongTheOthers() {
    for (String command : cli.commands()) {
      for (String option : List.of("--help", "--version", "--no-such-option", "no-such-word")) {
        int alone = cli.run(command, option);
        String said = cli.out() + cli.err();
        int amongOthers = cli.runWhole(command, option);

        assertThat(said).as("%s %s", command, option).isEqualTo(cli.out() + cli.err()).isNotEmpty();
        assertThat(alone).as("%s %s", command, option).isEqualTo(amongOthers);
      }
    }
  }

  @Test
  void aMistypedCommandIsComparedWithAllOfThem() {
    assertThat(cli.run("tokn")).isEqualTo(2);
    assertThat(cli.err())
        .isEqualTo(
            """
            Unmatched argument at index 0: 'tokn'
            Did you mean: token or tools?
            See: gatepass --help
            """);
    assertThat(cli.run("--debug", "teardwon")).isEqualTo(2);
    assertThat(cli.err()).contains("Did you mean: teardown");
    assertThat(cli.run("setup", "--gatway-url=x")).isEqualTo(2);
    assertThat(cli.err()).contains("Did you mean: --gateway-url");
  }

  @Test
  void theVersionIsAResult() {
    for (String line : List.of("--version", "token --version", "config set --version")) {
      assertThat(cli.run(line.split(" "))).isZero();
      assertThat(cli.out()).as(line).isEqualTo("gatepass 1.2.3\n");
    }
  }

  @Test
  void everyWrongCommandLineExitsWithTwoAndSaysWhereToLook() {
    for (String line : List.of("", "config", "frobnicate", "token --lazy", "setup --output xml")) {
      assertThat(cli.run(line.isEmpty() ? new String[0] : line.split(" "))).as(line).isEqualTo(2);
      assertThat(cli.err()).as(line).contains("--help");
      assertThat(cli.out()).as(line).isEmpty();
    }
  }

  @Test
  void aStackTraceIsShownWithDebugOnly() {
    cli.runConnected("setup");
    cli.server.failRequestsWith(new IssuerUnreachable("The issuer is down.", "Try again later."));
    cli.clock.advance(Duration.ofDays(1));

    cli.run("token");
    assertThat(cli.err()).doesNotContain("\tat ");

    cli.run("token", "--debug");
    assertThat(cli.err()).contains("IssuerUnreachable").contains("\tat ");
  }
}
