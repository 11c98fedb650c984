package io.gatepass.adapters.oidc.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.domain.oauth.Issuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Starts real programs: shell scripts that write into a pipe how they were called. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
final class DesktopAttentionTest {
  private static final Issuer ISSUER = Issuer.parse("https://auth.example.com/realms/a");
  private static final String RECORDING = "for it in \"$@\"; do echo \"$it\"; done > '%s'";

  @TempDir private Path home;
  private Path programs;
  private Path called;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void givenADesktop() throws Exception {
    programs = Files.createDirectories(home.resolve("bin"));
    called = home.resolve("called");
    // A pipe: to read it is to await that the program has been run.
    assertThat(new ProcessBuilder("mkfifo", called.toString()).start().waitFor()).isZero();
    environment.put("PATH", programs.toString());
    environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus");
  }

  private void attract() {
    new DesktopAttention(World.platform(environment)).signInWanted(ISSUER);
  }

  @Test
  void notificationNamesTheIssuersHostAndNoAddress() throws IOException {
    program("notify-send", RECORDING.formatted(called));

    attract();

    assertThat(String.join("\n", Files.readAllLines(called)))
        .contains("--app-name=gatepass", "Please sign in at auth.example.com in the browser.")
        .doesNotContain("https:", "realms");
  }

  @Test
  void withoutNotifySendTheDesktopIsAskedOverItsBus() throws IOException {
    program("gdbus", RECORDING.formatted(called));

    attract();

    List<String> arguments = Files.readAllLines(called);
    assertThat(arguments)
        .startsWith("call", "--session", "--timeout=5", "--dest=org.freedesktop.Notifications")
        .endsWith("[]", "{}", "--", "-1");
  }

  @Test
  void programThatCannotBeRunIsNoReasonNotToTryTheNext() throws IOException {
    Files.writeString(program("notify-send", ""), "#!" + home + "/no-such-shell\n");
    program("gdbus", RECORDING.formatted(called));

    attract();

    assertThat(Files.readAllLines(called)).contains("gatepass");
  }

  @Test
  void withoutASessionNoProgramIsStarted() throws IOException {
    environment.remove("DBUS_SESSION_BUS_ADDRESS");
    program("notify-send", "exec sleep 600");
    program("gdbus", "exec sleep 600");
    List<ProcessHandle> before = ProcessHandle.current().children().toList();

    attract();

    assertThat(ProcessHandle.current().children()).isSubsetOf(before);
  }

  @Test
  void machineWithoutSuchProgramsIsNoReasonToFail() {
    assertThatNoException().isThrownBy(this::attract);
  }

  private Path program(String name, String script) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
