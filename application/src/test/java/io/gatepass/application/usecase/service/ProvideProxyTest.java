package io.gatepass.application.usecase.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.usecase.service.ProvideProxy.Outcome;
import io.gatepass.application.usecase.service.ProvideProxy.Request;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.tool.SupportLevel;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.tool.ToolMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What setup does for the tools that hold the local key. */
class ProvideProxyTest {
  private static final ToolChange DIRECT = applied("claude-code", ToolMode.DIRECT);
  private static final ToolChange PROXY = applied("gemini-cli", ToolMode.PROXY);

  private final Proxies machine = Proxies.configured();

  @Test
  void toolsThatAskForTheirTokensThemselvesNeedNoProxy() {
    Outcome outcome = machine.provide(new Request(List.of(DIRECT), true, false));

    assertThat(outcome).isInstanceOf(Outcome.NotNeeded.class);
    assertThat(machine.service.journal()).isEmpty();
  }

  @Test
  void serviceIsInstalledWhereThatIsAskedFor() {
    Outcome outcome = machine.provide(new Request(List.of(DIRECT, PROXY), true, false));

    assertThat(outcome).isInstanceOf(Outcome.Installed.class);
    assertThat(machine.service.installed())
        .hasValueSatisfying(it -> assertThat(it.by()).isEqualTo(Installer.SETUP));
  }

  @Test
  void withoutBeingAskedItOnlyTellsThatNothingListens() {
    Outcome outcome = machine.provide(new Request(List.of(PROXY), false, false));

    assertThat(outcome).isEqualTo(new Outcome.Missing(new ProxyAddress(14000)));
    assertThat(machine.service.journal()).isEmpty();
  }

  @Test
  void proxyThatRunsIsEnough() {
    machine.running.start(14000);

    assertThat(machine.provide(new Request(List.of(PROXY), false, false)))
        .isInstanceOf(Outcome.Ready.class);
  }

  @Test
  void serviceThatDoesNotAnswerAtThePortOfTheToolsIsStartedAnew() {
    // Given
    machine.running.start(14000);
    machine.install(Installer.USER);
    machine.usePort(15000);

    // When
    Outcome outcome = machine.provide(new Request(List.of(PROXY), false, false));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Installed.class);
    assertThat(machine.service.journal()).containsExactly("install", "restart");
  }

  @Test
  void dryRunTellsWhatWouldBeInstalledAndInstallsNothing() {
    Outcome outcome = machine.provide(new Request(List.of(PROXY), true, true));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.WouldInstall.class, it -> assertThat(it.plan().file()).isNotBlank());
    assertThat(machine.service.journal()).isEmpty();
  }

  @Test
  void dryRunHasNothingToTellWhereTheServiceIsInstalled() {
    machine.install(Installer.USER);

    assertThat(machine.provide(new Request(List.of(PROXY), true, true)))
        .isInstanceOf(Outcome.Ready.class);
  }

  @Test
  void serviceThatCannotBeInstalledIsAnOutcomeBecauseTheToolsAreDone() {
    ProxyServiceFailed failure = Proxies.noSystemd();
    machine.service.failWith(failure);

    assertThat(machine.provide(new Request(List.of(PROXY), true, false)))
        .isEqualTo(new Outcome.Failed(failure));
  }

  private static ToolChange applied(String tool, ToolMode mode) {
    return new ToolChange.Applied(
        new ToolId(tool), mode, SupportLevel.DOCUMENTED, List.of(), List.of());
  }
}
