package io.gatepass.adapters.fs.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class UserSessionTest {
  @TempDir private Path sessions;
  private Path own;

  @BeforeEach
  void giveTheUserASession() throws IOException {
    own = sessions.resolve(Integer.toString(RuntimeDirectory.currentUser()));
    Files.createDirectory(own);
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aBareEnvironmentGetsTheSessionsDirectoryAndBus() throws IOException {
    Files.createFile(own.resolve("bus"));

    assertThat(completed(Map.of("PATH", "/usr/bin:/bin")))
        .containsOnly(
            Map.entry("PATH", "/usr/bin:/bin"),
            Map.entry("XDG_RUNTIME_DIR", own.toString()),
            Map.entry("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + own + "/bus"));
  }

  @Test
  void aSessionWithoutABusGetsNone() {
    assertThat(completed(Map.of())).containsOnlyKeys("XDG_RUNTIME_DIR");
  }

  @Test
  void whatIsSetStays() throws IOException {
    Files.createFile(own.resolve("bus"));
    Map<String, String> session = Map.of("XDG_RUNTIME_DIR", "/run/user/1");
    Map<String, String> bus = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=a");

    assertThat(completed(session)).isEqualTo(session);
    assertThat(completed(bus)).containsAllEntriesOf(bus).containsKey("XDG_RUNTIME_DIR");
  }

  @Test
  void aDirectoryThatOthersCanUseIsNotTaken() throws IOException {
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-x---"));

    assertThat(completed(Map.of())).isEmpty();
  }

  @Test
  void aLinkIsNotTaken() throws IOException {
    Path elsewhere = Files.move(own, sessions.resolve("elsewhere"));
    Files.createSymbolicLink(own, elsewhere);

    assertThat(completed(Map.of())).isEmpty();
  }

  @Test
  void whereNobodyIsLoggedInThereIsNone() throws IOException {
    Files.delete(own);

    assertThat(completed(Map.of())).isEmpty();
  }

  @Test
  void anotherUsersHomeHasNone() {
    Map<String, String> environment = Map.of("GATEPASS_HOME", "/home/ada");

    assertThat(completed(environment)).isEqualTo(environment);
  }

  @Test
  void otherSystemsHaveNone() {
    Platform mac = new Platform(Os.MACOS, "/Users/ada", Map.of());

    assertThat(new UserSession(sessions).complete(mac)).isSameAs(mac);
  }

  private Map<String, String> completed(Map<String, String> environment) {
    return new UserSession(sessions)
        .complete(new Platform(Os.LINUX, "/home/ada", environment))
        .environment();
  }
}
