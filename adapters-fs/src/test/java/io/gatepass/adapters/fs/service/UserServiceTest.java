package io.gatepass.adapters.fs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.ProxyService;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.port.ProxyServiceContract;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Linux, with a {@code systemctl} that writes down how it is called and does what is asked. */
final class UserServiceTest extends ProxyServiceContract {
  @TempDir private Path root;
  private LinuxHome linux;

  @BeforeEach
  void systemdIsThere() throws IOException {
    linux = new LinuxHome(root);
  }

  @Override
  protected ProxyService service() {
    return linux.service();
  }

  @Override
  protected void refuse() throws IOException {
    linux.systemctl("#!/bin/sh\necho 'Failed to connect to bus: No medium found' >&2\nexit 1\n");
  }

  @Test
  void unitIsWrittenAndStarted() throws IOException {
    service().install(Installer.USER);

    assertThat(linux.unit())
        .content()
        .contains("ExecStart=\"/opt/gate pass/bin/gatepass\" proxy start");
    assertThat(linux.calls())
        .containsExactly(
            "--user show-environment",
            "--user daemon-reload",
            "--user stop gatepass-proxy.service",
            "--user enable gatepass-proxy.socket",
            "--user restart gatepass-proxy.socket",
            "--user disable gatepass-proxy.service");
    assertThat(linux.socket()).content().contains("ListenStream=127.0.0.1:14001\n");
  }

  @Test
  void uninstallingLeavesNoTrace() throws IOException {
    List<String> before = linux.tree();
    service().install(Installer.SETUP);

    service().uninstall();

    assertThat(linux.tree()).isEqualTo(before);
    assertThat(linux.calls()).contains("--user disable --now gatepass-proxy.socket");
  }

  @Test
  void directoriesThatWereThereStay() throws IOException {
    Files.createDirectories(linux.unit().getParent());
    service().install(Installer.USER);

    service().uninstall();

    assertThat(linux.unit().getParent()).isEmptyDirectory();
  }

  @Test
  void whereThereIsNoSystemdNothingIsWritten() throws IOException {
    List<String> before = linux.tree();
    refuse();

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().install(Installer.USER))
        .withMessageContaining("Failed to connect to bus: No medium found")
        .satisfies(it -> assertThat(it.remedy()).contains("gatepass proxy start"));

    assertThat(linux.tree()).isEqualTo(before);
  }

  @Test
  void whereThereIsNotEvenTheProgramThatIsSaid() throws IOException {
    Files.delete(root.resolve("bin/systemctl"));
    linux.environment.put("PATH", root.resolve("bin").toString());

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().plan())
        .withMessageContaining("there is no program \"systemctl\"");
  }

  @Test
  void serviceThatCannotBeStartedIsTakenBack() throws IOException {
    List<String> before = linux.tree();
    linux.failOn("restart");

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().install(Installer.USER))
        .satisfies(it -> assertThat(it.remedy()).contains("journalctl"));

    assertThat(linux.tree()).isEqualTo(before);
  }

  @Test
  void unitBeforeIsPutBackWhereTheNewOneCannotBeStarted() throws IOException {
    service().install(Installer.USER);
    String before = Files.readString(linux.unit());
    linux.executable = "/opt/new/bin/gatepass";
    linux.failOn("restart");

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().install(Installer.USER));

    assertThat(linux.unit()).hasContent(before);
    assertThat(service().installed()).isPresent();
  }

  @Test
  void unitOfAnotherGatepassIsNotCurrentAndIsReplaced() {
    service().install(Installer.SETUP);
    linux.executable = "/opt/new/bin/gatepass";
    assertThat(service().installed()).hasValueSatisfying(it -> assertThat(it.current()).isFalse());

    service().install(Installer.USER);

    assertThat(linux.unit()).content().contains("/opt/new/bin/gatepass");
    assertThat(service().installed()).hasValueSatisfying(it -> assertThat(it.current()).isTrue());
  }

  @Test
  void unitOfSomebodyElseIsLeftAlone() throws IOException {
    Files.createDirectories(linux.unit().getParent());
    Files.writeString(linux.unit(), "[Service]\nExecStart=/bin/true\n");

    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> service().install(Installer.USER))
        .withMessageContaining("gatepass has not written it");

    assertThat(linux.unit()).content().contains("/bin/true");
    assertThat(service().installed()).isEmpty();
  }

  @Test
  void whatAKilledInstallationHasLeftIsRemoved() throws IOException {
    // Given
    List<String> before = linux.tree();
    service().install(Installer.USER);
    Files.delete(linux.unit());

    // When
    List<String> warnings = service().uninstall();

    // Then
    assertThat(warnings).isEmpty();
    assertThat(linux.tree()).isEqualTo(before);
  }

  @Test
  void whereSystemdIsOutOfReachTheFilesGoAllTheSameAndItIsSaid() throws IOException {
    List<String> before = linux.tree();
    service().install(Installer.USER);
    refuse();

    List<String> warnings = service().uninstall();

    assertThat(warnings).singleElement().asString().contains("could not be stopped");
    assertThat(linux.tree()).isEqualTo(before);
  }

  @Test
  void otherUsersHomeGetsNoService() {
    linux.environment.put("GATEPASS_HOME", "/home/bob");

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().plan())
        .satisfies(it -> assertThat(it.remedy()).contains("as that user"));
  }

  @Test
  void programsOfTheSystemGetNoSecret() throws IOException {
    linux.environment.put("GATEPASS_PASSPHRASE", "open-sesame");
    linux.environment.put("GATEPASS_REFRESH_TOKEN", "open-sesame");

    service().install(Installer.USER);

    assertThat(root.resolve("environment")).content().doesNotContain("sesame");
  }
}
