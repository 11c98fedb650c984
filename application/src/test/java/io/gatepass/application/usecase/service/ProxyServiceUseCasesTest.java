package io.gatepass.application.usecase.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.usecase.service.InstallProxyService.State;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.gateway.ProxyAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Installing, showing, stopping and removing the service. */
class ProxyServiceUseCasesTest {
  private final Proxies machine = Proxies.configured();

  @Test
  void installedServiceIsWaitedForUntilItAnswers() {
    machine.running.start(14000);

    InstallProxyService.Outcome outcome = machine.install(Installer.USER);

    assertThat(outcome.state()).isEqualTo(State.INSTALLED);
    assertThat(outcome.running()).isPresent();
    assertThat(outcome.address()).isEqualTo(new ProxyAddress(14000));
    assertThat(machine.service.journal()).containsExactly("install");
  }

  @Test
  void whatIsInstalledAndAnswersIsLeftAlone() {
    machine.install(Installer.SETUP);
    machine.running.start(14000);

    InstallProxyService.Outcome again = machine.install(Installer.SETUP);

    assertThat(again.state()).isEqualTo(State.UNCHANGED);
    assertThat(machine.service.journal()).containsExactly("install");
  }

  @Test
  void whatIsInstalledAndDoesNotAnswerIsStarted() {
    machine.install(Installer.SETUP);

    InstallProxyService.Outcome again = machine.install(Installer.SETUP);

    assertThat(again.state()).isEqualTo(State.STARTED);
    assertThat(again.running()).isEmpty();
    assertThat(machine.service.journal()).containsExactly("install", "restart");
  }

  @Test
  void fileOfAnotherVersionIsReplacedThoughTheProxyAnswers() {
    machine.install(Installer.SETUP);
    machine.running.start(14000);
    machine.service.age();

    assertThat(machine.install(Installer.SETUP).state()).isEqualTo(State.INSTALLED);
    assertThat(machine.service.journal()).containsExactly("install", "install");
  }

  @Test
  void withoutSettingsNoServiceIsInstalled() {
    Proxies fresh = new Proxies();

    assertThatExceptionOfType(NotConfigured.class).isThrownBy(() -> fresh.install(Installer.USER));

    assertThat(fresh.service.journal()).isEmpty();
  }

  @Test
  void statusAsksAtThePortOfTheSettings() {
    machine.usePort(15000);
    machine.running.start(15000);

    ShowProxy.Outcome outcome = machine.showProxy().show(new ShowProxy.Request());

    assertThat(outcome.address()).isEqualTo(new ProxyAddress(15000));
    assertThat(outcome.running()).isPresent();
    assertThat(outcome.installation()).isEmpty();
  }

  @Test
  void foregroundProxyIsAskedToEnd() {
    machine.running.start(14000);

    StopProxy.Outcome outcome = machine.stop();

    assertThat(outcome.stopped()).isPresent();
    assertThat(machine.showProxy().show(new ShowProxy.Request()).running()).isEmpty();
    assertThat(machine.service.journal()).isEmpty();
  }

  @Test
  void serviceIsStoppedBeforeItsProcess() {
    machine.install(Installer.USER);

    assertThat(machine.stop().installation()).isPresent();

    assertThat(machine.service.journal()).containsExactly("install", "stop");
  }

  @Test
  void proxyThatDoesNotEndIsNamed() {
    machine.running.start(14000);
    machine.running.makeStubborn();

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(machine::stop)
        .withMessageContaining("4711");
  }

  @Test
  void removingSparesWhatAnotherHasInstalled() {
    machine.install(Installer.USER);

    UninstallProxyService.Outcome outcome =
        new UninstallProxyService(machine.service)
            .uninstall(new UninstallProxyService.Request(Set.of(Installer.SETUP)));

    assertThat(outcome.removed()).isEmpty();
    assertThat(outcome.kept()).isPresent();
  }

  @Test
  void removingTellsWhatCouldNotBeStopped() {
    machine.install(Installer.SETUP);
    machine.service.warnWith("It still runs.");

    UninstallProxyService.Outcome outcome =
        new UninstallProxyService(machine.service)
            .uninstall(UninstallProxyService.Request.ofAnybody());

    assertThat(outcome.removed()).isPresent();
    assertThat(outcome.warnings()).containsExactly("It still runs.");
  }
}
