package io.gatepass.adapters.oidc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.oidc.stub.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts real programs: shell scripts that write down how they were called. */
class SystemBrowserTest {
  private static final String URL = "http://localhost:1/authorize?a=b&c='x y'";

  @TempDir private Path home;
  private Path programs;
  private Path called;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void givenAHomeWithPrograms() throws IOException {
    programs = Files.createDirectories(home.resolve("bin"));
    called = home.resolve("called");
    environment.put("PATH", programs + ":/usr/bin:/bin");
    environment.put("HOME", home.toString());
  }

  @Test
  void startsXdgOpenWithTheAddressAsItIs() throws IOException {
    program("xdg-open", recording());

    assertThat(open()).isTrue();

    assertThat(Files.readString(called)).contains("arguments=1", "first=" + URL);
  }

  @Test
  void prefersTheChosenBrowser() throws IOException {
    program("xdg-open", "exit 0");
    program("fox", recording());
    environment.put("BROWSER", "fox --tab %s");

    assertThat(open()).isTrue();

    assertThat(Files.readString(called)).contains("arguments=2", "first=--tab");
  }

  @Test
  void triesTheNextOneWhereTheFirstFailsOrIsMissing() throws IOException {
    program("broken", "exit 3");
    program("fox", recording());
    environment.put("BROWSER", "missing:" + home + "/nowhere:broken:fox");

    assertThat(open()).isTrue();

    assertThat(called).exists();
  }

  @Test
  void saysSoWhereNoneCanBeStarted() throws IOException {
    program("xdg-open", "exit 3");
    environment.put("BROWSER", "missing");

    assertThat(open()).isFalse();
  }

  @Test
  void saysSoWhereTheProgramCannotBeRun() throws IOException {
    Files.writeString(program("xdg-open", ""), "no program at all");
    environment.put("PATH", programs.toString());
    Files.setPosixFilePermissions(
        programs.resolve("xdg-open"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(open()).isFalse();
  }

  @Test
  void givesNoSecretAndNoBrowserInTheEnvironment() throws IOException {
    program("xdg-open", recording());
    environment.putAll(
        Map.of(
            "BROWSER", "xdg-open",
            "GATEPASS_ACCESS_TOKEN", "MARKED-1",
            "GATEPASS_REFRESH_TOKEN", "MARKED-2",
            "GATEPASS_PASSPHRASE", "MARKED-3",
            "GATEPASS_HOME", "/kept"));

    open();

    assertThat(Files.readString(called))
        .contains("GATEPASS_HOME=/kept")
        .doesNotContain("MARKED", "BROWSER=");
  }

  @Test
  void givesNothingOfOurOwnEnvironmentThatWasNotHandedIn() throws IOException {
    program("xdg-open", recording());

    open();

    List<String> names =
        Files.readAllLines(called).stream()
            .filter(line -> line.startsWith("env:"))
            .map(line -> line.substring(4, line.indexOf('=')))
            .toList();
    assertThat(names)
        .contains("PATH", "HOME")
        .isSubsetOf("PATH", "HOME", "PWD", "SHLVL", "_", "OLDPWD");
  }

  @Test
  void doesNotLetXdgOpenStartItselfForEver() throws IOException {
    // Debian's xdg-open runs $BROWSER; here is one that does just that.
    program(
        "xdg-open",
        "echo called >> '" + called + "'\nif [ -n \"$BROWSER\" ]; then exec $BROWSER \"$1\"; fi");
    environment.put("BROWSER", "xdg-open");

    assertThat(open()).isTrue();

    assertThat(Files.readAllLines(called)).containsExactly("called");
  }

  @Test
  void givesNoInputAndTakesNoOutput() throws IOException {
    program("xdg-open", "echo noise; echo noise >&2; cat > '" + called + "'");

    assertThat(open()).isTrue();

    assertThat(Files.readString(called)).isEmpty();
  }

  private boolean open() {
    return new SystemBrowser(World.platform(environment)).open(URL);
  }

  private String recording() {
    return "{ echo arguments=$#; echo \"first=$1\"; env | sed 's/^/env:/'; } > '" + called + "'";
  }

  private Path program(String name, String script) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
