package io.gatepass.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.domain.failure.ProxyServiceFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What setup, teardown and config set say of the proxy's service. */
class ProvidedProxyTest {
  private final CliFixture cli = new CliFixture();

  @BeforeEach
  void geminiIsInstalled() {
    cli.catalog.installProxyTool("gemini-cli");
  }

  @Test
  void setupSaysInOneLineWhatToRunWhereNothingListens() {
    assertThat(cli.runConnected("setup", "--lazy")).isZero();

    assertThat(cli.err().lines())
        .filteredOn(line -> line.contains("127.0.0.1:14000"))
        .singleElement()
        .asString()
        .contains("gatepass proxy install")
        .contains("gatepass proxy start");
  }

  @Test
  void setupInstallsTheServiceWhereThatIsAskedFor() {
    cli.services.running.start(14000);

    assertThat(cli.runConnected("setup", "--lazy", "--install-proxy")).isZero();

    assertThat(cli.out()).contains("is installed as a service");
    assertThat(cli.services.service.installed().orElseThrow().by()).isEqualTo(Installer.SETUP);
  }

  @Test
  void dryRunShowsTheServiceAndInstallsNone() {
    assertThat(cli.runConnected("setup", "--lazy", "--install-proxy", "--dry-run")).isZero();

    assertThat(cli.out()).contains("would be installed as a service (systemd user unit)");
    assertThat(cli.services.service.journal()).isEmpty();
  }

  @Test
  void setupAsJsonTellsTheProxy() {
    cli.runConnected("setup", "--lazy", "--output", "json");

    assertThat(cli.out()).contains("\"proxy\" : {").contains("\"state\" : \"missing\"");
  }

  @Test
  void serviceThatCannotBeInstalledIsExitCodeOneAndTheToolsStay() {
    cli.services.service.failWith(
        new ProxyServiceFailed("There is no systemd.", "Run gatepass proxy start."));

    assertThat(cli.runConnected("setup", "--lazy", "--install-proxy")).isEqualTo(1);

    assertThat(cli.err()).contains("The tools are configured, but not their proxy: There is no");
    assertThat(cli.editor.configuration("gemini-cli")).isPresent();
  }

  @Test
  void teardownSaysThatTheServiceIsRemoved() {
    cli.runConnected("setup", "--lazy", "--install-proxy");

    assertThat(cli.run("teardown")).isZero();

    assertThat(cli.out()).contains("The proxy's service is removed");
    assertThat(cli.services.service.installed()).isEmpty();
  }

  @Test
  void teardownAsJsonTellsThatTheUsersServiceStays() {
    cli.runConnected("setup", "--lazy");
    cli.services.service.install(Installer.USER);

    assertThat(cli.run("teardown", "--output", "json")).isZero();

    assertThat(cli.out()).contains("\"proxy_service\" : \"kept\"");
  }

  @Test
  void resetRemovesTheService() {
    cli.runConnected("setup", "--lazy");
    cli.services.service.install(Installer.USER);

    assertThat(cli.run("config", "reset")).isZero();

    assertThat(cli.out()).contains("The proxy's service is removed");
  }

  @Test
  void anotherPortIsWrittenIntoTheTools() {
    cli.runConnected("setup", "--lazy");

    assertThat(cli.run("config", "set", "--proxy-port", "15000")).isZero();

    assertThat(cli.out()).contains("gemini-cli").contains("changed");
    assertThat(cli.err()).contains("Saved in");
  }

  @Test
  void portThatAToolCannotFollowToIsNotSaved() {
    cli.runConnected("setup", "--lazy");
    cli.editor.makeUnwritable("gemini-cli");

    assertThat(cli.run("config", "set", "--proxy-port", "15000")).isEqualTo(1);

    assertThat(cli.out()).contains("The file cannot be written. (failed)");
    assertThat(cli.err()).contains("nothing was changed");
  }
}
