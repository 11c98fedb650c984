package io.gatepass.e2e.survival.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permissions, owners and disks that do not let gatepass write: named, and nothing is lost. */
final class HostileDisksIT {
  private static final String SETTINGS = "{\"model\": \"opus\"}\n";

  @RegisterExtension final Workplace place = new Workplace();

  private TwoTools tools;
  private Path settings;

  @BeforeEach
  void installTheTools() throws IOException {
    tools = TwoTools.installIn(place);
    settings = place.sandbox().claudeSettings();
    Files.writeString(settings, SETTINGS);
  }

  static boolean isRoot() throws IOException {
    return TwoTools.isRoot();
  }

  @Test
  void readOnlyFileIsNamedAndIsConfiguredOnceItIsWritable() throws IOException {
    mode(settings, "r--r--r--");
    Map<String, String> before = tools.files();

    tools.assertRefused(tools.setupAsAUser(), before, settings.toString(), "read-only");

    mode(settings, "rw-r--r--");
    Finished setup = tools.setupAsAUser();
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)))
        .isEqualTo("rw-r--r--");
    tools.assertComesBack(before);
  }

  @Test
  void fileThatCannotBeReadIsNamed() throws IOException {
    Map<String, String> before = tools.files();
    mode(settings, "---------");

    Finished setup = tools.setupAsAUser();

    mode(settings, "rw-r--r--");
    tools.assertRefused(setup, before, settings.toString(), "denied");
  }

  @Test
  void readOnlyDirectoryIsNamed() throws IOException {
    Map<String, String> before = tools.files();
    mode(settings.getParent(), "r-xr-xr-x");

    Finished setup = tools.setupAsAUser();

    mode(settings.getParent(), "rwxr-xr-x");
    tools.assertRefused(setup, before, settings.toString(), settings.getParent().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw-rw-"})
  @EnabledIf("isRoot")
  void fileOfAnotherUserIsNamed(String mode) throws IOException {
    mode(settings, mode);
    Files.setOwner(settings, nobody());

    Map<String, String> before = tools.files();

    tools.assertRefused(tools.setupAsAUser(), before, settings.toString());

    assertThat(Files.getOwner(settings)).isEqualTo(nobody());
  }

  @Test
  @EnabledIf("isRoot")
  void rootConfiguresAnotherUsersFileWhichStaysTheirs() throws IOException {
    Files.setOwner(settings, nobody());
    Map<String, String> before = tools.files();

    Finished setup = tools.setup();

    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(Files.getOwner(settings)).isEqualTo(nobody());
    tools.assertComesBack(before);
    assertThat(Files.getOwner(settings)).isEqualTo(nobody());
  }

  @Test
  @EnabledIf("isRoot")
  void fullDiskUnderTheToolsFileIsNamedAndTheFileStays() throws IOException {
    Files.delete(settings);
    try (SmallDisk disk = SmallDisk.over(settings.getParent(), 4, place)) {
      Files.writeString(settings, SETTINGS);
      disk.fill();
      Map<String, String> before = tools.files();

      tools.assertRefused(tools.setup(), before, settings.toString(), "full");

      disk.free();
      before.remove(".claude/filler");
      assertThat(tools.setup().exitCode()).isZero();
      tools.assertComesBack(before);
    }
  }

  @Test
  @EnabledIf("isRoot")
  void fullDiskUnderTheTeardownKeepsFileAndRecordForTheNextOne() throws IOException {
    Files.delete(settings);
    try (SmallDisk disk = SmallDisk.over(settings.getParent(), 4, place)) {
      Files.writeString(settings, SETTINGS);
      Map<String, String> before = tools.files();
      assertThat(tools.setup().exitCode()).isZero();
      String configured = Files.readString(settings);
      disk.fill();

      Finished teardown = tools.teardown();

      assertThat(teardown.exitCode()).as("%s", teardown).isEqualTo(6);
      assertThat(teardown.stdout()).contains(settings.toString(), "full");
      assertThat(settings).hasContent(configured);
      disk.free();
      tools.assertComesBack(before);
    }
  }

  @Test
  @EnabledIf("isRoot")
  void withoutRoomForTheUndoRecordNoToolIsTouched() throws IOException {
    Sandbox sandbox = place.sandbox();
    try (SmallDisk disk = SmallDisk.over(sandbox.home().resolve(".local"), 4, place)) {
      disk.fill();
      Map<String, String> before = tools.files();

      Finished setup = tools.setup();

      assertThat(setup.exitCode()).as("%s", setup).isEqualTo(1);
      assertThat(setup.stdout() + setup.stderr()).contains("full");
      assertThat(tools.files()).isEqualTo(before);
      assertThat(sandbox.gatepassSettings()).doesNotExist();
      disk.free();
      assertThat(tools.setup().exitCode()).isZero();
      tools.assertComesBack(before);
    }
  }

  private static void mode(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private UserPrincipal nobody() throws IOException {
    return settings.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
  }
}
