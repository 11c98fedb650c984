package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.ProxyService.Installation;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.domain.failure.ProxyServiceFailed;
import org.junit.jupiter.api.Test;

/** What every {@link ProxyService} does. Each test starts without the service. */
public abstract class ProxyServiceContract {
  /** The service under test; the same one at every call within a test. */
  protected abstract ProxyService service();

  /** Makes the system refuse to run services. */
  protected abstract void refuse() throws Exception;

  @Test
  protected void nothingIsInstalledAtFirst() {
    assertThat(service().installed()).isEmpty();
  }

  @Test
  protected void planningInstallsNothing() {
    assertThat(service().plan().file()).isNotBlank();
    assertThat(service().installed()).isEmpty();
  }

  @Test
  protected void installedServiceIsFound() {
    Installation installation = service().install(Installer.USER);

    assertThat(service().installed()).hasValue(installation);
    assertThat(installation.by()).isEqualTo(Installer.USER);
    assertThat(installation.file()).isEqualTo(service().plan().file());
    assertThat(installation.current()).isTrue();
  }

  @Test
  protected void installingAgainKeepsTheFirstInstaller() {
    service().install(Installer.SETUP);

    service().install(Installer.USER);

    assertThat(service().installed())
        .hasValueSatisfying(it -> assertThat(it.by()).isEqualTo(Installer.SETUP));
  }

  @Test
  protected void uninstalledServiceIsGone() {
    service().install(Installer.SETUP);

    assertThat(service().uninstall()).isEmpty();

    assertThat(service().installed()).isEmpty();
  }

  @Test
  protected void uninstallingWhatIsNotThereDoesNothing() {
    assertThat(service().uninstall()).isEmpty();
  }

  @Test
  protected void whereTheSystemRefusesNothingIsLeft() throws Exception {
    refuse();

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().install(Installer.USER))
        .satisfies(it -> assertThat(it.remedy()).isNotBlank());

    assertThat(service().installed()).isEmpty();
  }

  @Test
  protected void failureToRestartOrStopIsSaid() throws Exception {
    service().install(Installer.USER);
    refuse();

    assertThatExceptionOfType(ProxyServiceFailed.class).isThrownBy(() -> service().restart());
    assertThatExceptionOfType(ProxyServiceFailed.class).isThrownBy(() -> service().stop());
    assertThat(service().installed()).isPresent();
  }
}
