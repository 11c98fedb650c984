package io.gatepass.adapters.fs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Linux systemd listens in the service's place; earlier versions did without. */
class ServiceSocketTest {
  @TempDir private Path root;
  private LinuxHome linux;

  @BeforeEach
  void systemdIsThere() throws IOException {
    linux = new LinuxHome(root);
  }

  @Test
  void startingAnewAfterAChangeOfThePortWritesTheSocketAnew() throws IOException {
    linux.service().install(Installer.SETUP);
    linux.port = 15000;

    linux.service().restart();

    assertThat(linux.socket()).content().contains("ListenStream=127.0.0.1:15000\n");
    assertThat(linux.calls())
        .endsWith("--user restart gatepass-proxy.socket", "--user disable gatepass-proxy.service");
    assertThat(linux.service().installed())
        .hasValueSatisfying(it -> assertThat(it.by()).isEqualTo(Installer.SETUP));
  }

  @Test
  void installationWithoutASocketIsUpgradedAndThenLeavesNoTrace() throws IOException {
    // Given
    List<String> before = linux.tree();
    Path wants = linux.installWithoutSocket();
    assertThat(linux.service().installed())
        .hasValueSatisfying(it -> assertThat(it.current()).isFalse());

    // When
    linux.service().install(Installer.USER);

    // Then
    assertThat(linux.socket()).exists();
    assertThat(wants).doesNotExist();
    assertThat(linux.service().uninstall()).isEmpty();
    assertThat(linux.tree()).isEqualTo(before);
  }

  @Test
  void installationWithoutASocketIsPutBackWhereTheNewOneCannotBeStarted() throws IOException {
    linux.installWithoutSocket();
    String before = Files.readString(linux.unit());
    linux.failOn("enable");

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> linux.service().install(Installer.USER));

    assertThat(linux.unit()).hasContent(before);
    assertThat(linux.socket()).doesNotExist();
    assertThat(linux.calls())
        .endsWith("--user daemon-reload", "--user restart gatepass-proxy.service");
  }

  @Test
  void socketOfSomebodyElseIsLeftAlone() throws IOException {
    Files.createDirectories(linux.unit().getParent());
    Files.writeString(linux.socket(), "[Socket]\n");

    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> linux.service().install(Installer.USER))
        .withMessageContaining("gatepass-proxy.socket is there");

    assertThat(linux.socket()).hasContent("[Socket]\n");
    assertThat(linux.unit()).doesNotExist();
  }
}
