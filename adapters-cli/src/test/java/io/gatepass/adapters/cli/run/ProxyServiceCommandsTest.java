package io.gatepass.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.FakeProxyService;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.domain.failure.ProxyServiceFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyServiceCommandsTest {
  private static final String SHORT_FILE = "~/.config/systemd/user/gatepass-proxy.service";

  private final CliFixture cli = new CliFixture();

  @BeforeEach
  void gatepassIsConfigured() {
    cli.runConnected("config", "set");
  }

  @Test
  void installTellsTheFileAndTheAddress() {
    cli.services.running.start(14000);

    assertThat(cli.run("proxy", "install")).isZero();

    assertThat(cli.out())
        .contains("is installed as a service (systemd user unit): " + SHORT_FILE)
        .contains("It listens at http://127.0.0.1:14000 (pid 4711).");
    assertThat(cli.services.service.installed().orElseThrow().by()).isEqualTo(Installer.USER);
  }

  @Test
  void serviceThatDoesNotAnswerIsExitCodeOneAndSaysWhereToLook() {
    assertThat(cli.run("proxy", "install")).isEqualTo(1);
    assertThat(cli.err()).contains("journalctl --user -u gatepass-proxy");
  }

  @Test
  void installAsJsonIsOneObject() {
    cli.services.running.start(14000);

    assertThat(cli.run("proxy", "install", "--output", "json")).isZero();

    assertThat(cli.out())
        .startsWith("{\n  \"state\" : \"installed\"")
        .contains("\"pid\" : 4711")
        .contains("\"file\" : \"" + FakeProxyService.FILE + "\"");
  }

  @Test
  void whereNoServiceCanBeInstalledItIsSaidWhatToDo() {
    cli.services.service.failWith(
        new ProxyServiceFailed("There is no systemd.", "Run gatepass proxy start."));

    assertThat(cli.run("proxy", "install")).isEqualTo(1);
    assertThat(cli.err()).contains("There is no systemd.").contains("Run gatepass proxy start.");
  }

  @Test
  void statusTellsServiceProcessAndAddress() {
    cli.services.running.start(14000);
    cli.services.service.install(Installer.SETUP);

    assertThat(cli.run("proxy", "status")).isZero();

    assertThat(cli.out().lines())
        .containsExactly(
            "service  installed by setup, systemd user unit, " + SHORT_FILE,
            "proxy    running, pid 4711, gatepass 1.2.3",
            "address  http://127.0.0.1:14000");
  }

  @Test
  void statusOfNothingTellsThat() {
    assertThat(cli.run("proxy", "status")).isZero();
    assertThat(cli.out()).contains("service  not installed").contains("proxy    not running");
  }

  @Test
  void statusAsJsonIsOneObject() {
    cli.services.running.start(14000);

    assertThat(cli.run("proxy", "status", "--output", "json")).isZero();

    assertThat(cli.out())
        .contains("\"installed\" : false")
        .contains("\"running\" : true")
        .contains("\"version\" : \"1.2.3\"")
        .contains("\"address\" : \"http://127.0.0.1:14000\"");
  }

  @Test
  void stopTellsWhatEndedAndThatTheServiceComesBack() {
    cli.services.running.start(14000);
    cli.services.service.install(Installer.USER);

    assertThat(cli.run("proxy", "stop")).isZero();

    assertThat(cli.out()).contains("The proxy (pid 4711) has ended.");
    assertThat(cli.err()).contains("gatepass proxy uninstall");
  }

  @Test
  void stopOfNothingIsNoFailure() {
    assertThat(cli.run("proxy", "stop", "--output", "json")).isZero();
    assertThat(cli.out()).contains("\"stopped\" : false");
  }

  @Test
  void uninstallTellsTheFile() {
    cli.services.service.install(Installer.USER);

    assertThat(cli.run("proxy", "uninstall")).isZero();
    assertThat(cli.out()).contains("The proxy's service is removed: " + SHORT_FILE);

    assertThat(cli.run("proxy", "uninstall")).isZero();
    assertThat(cli.err()).contains("not installed as a service");
  }
}
