package io.gatepass.adapters.fs.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RuntimeDirectoryTest {
  private static final Set<PosixFilePermission> ONLY_OWNER =
      PosixFilePermissions.fromString("rwx------");

  @Test
  void itsUsersOwnTmpfsIsPrivateMemory() {
    assertThat(new RuntimeDirectory(true, ONLY_OWNER, 1000, 1000, "tmpfs").isPrivateMemory())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-x---", "rwx---r-x", "rwxrwxrwx", "rwx--x--x", "r-x------"})
  void oneThatOthersCanUseIsNot(String permissions) {
    assertThat(
            new RuntimeDirectory(
                    true, PosixFilePermissions.fromString(permissions), 1000, 1000, "tmpfs")
                .isPrivateMemory())
        .isFalse();
  }

  @Test
  void oneOfAnotherUserIsNotEvenForTheAdministrator() {
    assertThat(new RuntimeDirectory(true, ONLY_OWNER, 1000, 0, "tmpfs").isPrivateMemory())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "btrfs", "overlay", "nfs4", "fuse.sshfs", ""})
  void oneOnADiskIsNot(String fileSystem) {
    assertThat(new RuntimeDirectory(true, ONLY_OWNER, 1000, 1000, fileSystem).isPrivateMemory())
        .isFalse();
  }

  @Test
  void aLinkIsNot(@TempDir Path directory) throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory);

    assertThat(RuntimeDirectory.at(link).isDirectory()).isFalse();
  }

  @Test
  void aRealDirectoryIsDescribed(@TempDir Path directory) throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));

    RuntimeDirectory described = RuntimeDirectory.at(directory);

    assertThat(described.isDirectory()).isTrue();
    assertThat(PosixFilePermissions.toString(described.permissions())).isEqualTo("rwxr-x---");
    assertThat(described.owner()).isEqualTo(described.user()).isNotNegative();
    assertThat(described.fileSystem()).isEqualTo(Files.getFileStore(directory).type());
  }

  @Test
  @Tag("acceptance")
  @EnabledOnOs(OS.LINUX)
  void aRealPrivateTmpfsIsPrivateMemory() throws Exception {
    Path directory =
        Files.createTempDirectory(
            Path.of("/dev/shm"), "gatepass", PosixFilePermissions.asFileAttribute(ONLY_OWNER));
    try {
      assertThat(RuntimeDirectory.at(directory).isPrivateMemory()).isTrue();
    } finally {
      Files.delete(directory);
    }
  }

  @Test
  void whatIsNotThereCannotBeDescribed(@TempDir Path directory) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> RuntimeDirectory.at(directory.resolve("absent")));
  }
}
