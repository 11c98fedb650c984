package io.gatepass.adapters.fs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.application.port.ProxyService;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.port.ProxyServiceContract;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Linux, with a {@code systemctl} that writes down how it is called and does what is asked. */
final class UserServiceTest extends ProxyServiceContract {
  private static final String OBEDIENT =
      """
      #!/bin/sh
      echo "$*" >>"%1$s/calls"
      env >"%1$s/environment"
      unit="$HOME/.config/systemd/user"
      case $* in
        *" enable "*) mkdir -p "$unit/default.target.wants"
          ln -sf "$unit/gatepass-proxy.service" "$unit/default.target.wants/" ;;
        *" disable "*) rm -r "$unit/default.target.wants" ;;
      esac
      """;

  @TempDir private Path root;
  private final Map<String, String> environment = new HashMap<>();
  private String executable = "/opt/gate pass/bin/gatepass";

  @BeforeEach
  void systemdIsThere() throws IOException {
    Files.createDirectories(home());
    Files.createDirectories(root.resolve("bin"));
    systemctl(OBEDIENT.formatted(root));
    environment.put("HOME", home().toString());
    environment.put("PATH", root.resolve("bin") + ":/usr/bin:/bin");
  }

  @Override
  protected ProxyService service() {
    Platform platform = new Platform(Os.LINUX, home().toString(), environment);
    FileLocks locks = new FileLocks(root.resolve("locks"), System::nanoTime);
    return new UserService(platform, UserDirectories.of(platform), executable, locks);
  }

  @Override
  protected void refuse() throws IOException {
    systemctl("#!/bin/sh\necho 'Failed to connect to bus: No medium found' >&2\nexit 1\n");
  }

  @Test
  void unitIsWrittenAndStarted() throws IOException {
    service().install(Installer.USER);

    assertThat(unit()).content().contains("ExecStart=\"/opt/gate pass/bin/gatepass\" proxy start");
    assertThat(calls())
        .containsExactly(
            "--user show-environment",
            "--user daemon-reload",
            "--user enable gatepass-proxy.service",
            "--user restart gatepass-proxy.service");
  }

  @Test
  void uninstallingLeavesNoTrace() throws IOException {
    List<String> before = tree();
    service().install(Installer.SETUP);

    service().uninstall();

    assertThat(tree()).isEqualTo(before);
    assertThat(calls()).contains("--user disable --now gatepass-proxy.service");
  }

  @Test
  void directoriesThatWereThereStay() throws IOException {
    Files.createDirectories(unit().getParent());
    service().install(Installer.USER);

    service().uninstall();

    assertThat(unit().getParent()).isEmptyDirectory();
  }

  @Test
  void whereThereIsNoSystemdNothingIsWritten() throws IOException {
    List<String> before = tree();
    refuse();

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().install(Installer.USER))
        .withMessageContaining("Failed to connect to bus: No medium found")
        .satisfies(it -> assertThat(it.remedy()).contains("gatepass proxy start"));

    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void whereThereIsNotEvenTheProgramThatIsSaid() throws IOException {
    Files.delete(root.resolve("bin/systemctl"));
    environment.put("PATH", root.resolve("bin").toString());

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().plan())
        .withMessageContaining("there is no program \"systemctl\"");
  }

  @Test
  void serviceThatCannotBeStartedIsTakenBack() throws IOException {
    List<String> before = tree();
    failOn("restart");

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().install(Installer.USER))
        .satisfies(it -> assertThat(it.remedy()).contains("journalctl"));

    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void unitBeforeIsPutBackWhereTheNewOneCannotBeStarted() throws IOException {
    service().install(Installer.USER);
    String before = Files.readString(unit());
    executable = "/opt/new/bin/gatepass";
    failOn("restart");

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().install(Installer.USER));

    assertThat(unit()).hasContent(before);
    assertThat(service().installed()).isPresent();
  }

  @Test
  void unitOfAnotherGatepassIsNotCurrentAndIsReplaced() {
    service().install(Installer.SETUP);
    executable = "/opt/new/bin/gatepass";
    assertThat(service().installed()).hasValueSatisfying(it -> assertThat(it.current()).isFalse());

    service().install(Installer.USER);

    assertThat(unit()).content().contains("/opt/new/bin/gatepass");
    assertThat(service().installed()).hasValueSatisfying(it -> assertThat(it.current()).isTrue());
  }

  @Test
  void unitOfSomebodyElseIsLeftAlone() throws IOException {
    Files.createDirectories(unit().getParent());
    Files.writeString(unit(), "[Service]\nExecStart=/bin/true\n");

    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> service().install(Installer.USER))
        .withMessageContaining("gatepass has not written it");

    assertThat(unit()).content().contains("/bin/true");
    assertThat(service().installed()).isEmpty();
  }

  @Test
  void whatAKilledInstallationHasLeftIsRemoved() throws IOException {
    // Given
    List<String> before = tree();
    service().install(Installer.USER);
    Files.delete(unit());

    // When
    List<String> warnings = service().uninstall();

    // Then
    assertThat(warnings).isEmpty();
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void whereSystemdIsOutOfReachTheFilesGoAllTheSameAndItIsSaid() throws IOException {
    List<String> before = tree();
    service().install(Installer.USER);
    refuse();

    List<String> warnings = service().uninstall();

    assertThat(warnings).singleElement().asString().contains("could not be stopped");
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void otherUsersHomeGetsNoService() {
    environment.put("GATEPASS_HOME", "/home/bob");

    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> service().plan())
        .satisfies(it -> assertThat(it.remedy()).contains("as that user"));
  }

  @Test
  void programsOfTheSystemGetNoSecret() throws IOException {
    environment.put("GATEPASS_PASSPHRASE", "open-sesame");
    environment.put("GATEPASS_REFRESH_TOKEN", "open-sesame");

    service().install(Installer.USER);

    assertThat(root.resolve("environment")).content().doesNotContain("sesame");
  }

  private Path home() {
    return root.resolve("home");
  }

  private Path unit() {
    return home().resolve(".config/systemd/user/gatepass-proxy.service");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(root.resolve("calls"));
  }

  private void failOn(String verb) throws IOException {
    systemctl(
        OBEDIENT.formatted(root)
            + "case $* in *\" %s \"*) echo Job failed. >&2; exit 1 ;; esac\n".formatted(verb));
  }

  private void systemctl(String script) throws IOException {
    Path file = Files.writeString(root.resolve("bin/systemctl"), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Everything in the home but for gatepass's own state directory, which stays. */
  private List<String> tree() throws IOException {
    try (Stream<Path> paths = Files.walk(home())) {
      return paths
          .map(path -> home().relativize(path).toString())
          .filter(path -> !".local/state/gatepass".startsWith(path) || path.isEmpty())
          .sorted()
          .toList();
    }
  }
}
