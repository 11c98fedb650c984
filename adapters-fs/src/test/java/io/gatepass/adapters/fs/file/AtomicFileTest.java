package io.gatepass.adapters.fs.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path dir;

  @Test
  void newFileIsPrivateInPrivateDirectories() throws IOException {
    Path path = dir.resolve("a/b/settings.json");

    new AtomicFile(path).write(bytes("new"));

    assertThat(path).hasContent("new");
    assertThat(mode(path)).isEqualTo("rw-------");
    assertThat(mode(dir.resolve("a"))).isEqualTo("rwx------");
    assertThat(mode(dir.resolve("a/b"))).isEqualTo("rwx------");
  }

  @Test
  void replacedFileKeepsItsMode() throws IOException {
    Path path = existing("settings.json", "old");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr--"));

    new AtomicFile(path).write(bytes("new"));

    assertThat(path).hasContent("new");
    assertThat(mode(path)).isEqualTo("rwxr-xr--");
  }

  @Test
  void replacedFileKeepsItsOwnerAndGroup() throws IOException {
    Path path = existing("settings.json", "old");
    chown(path, "daemon");
    PosixFileAttributes before = attributes(path);

    new AtomicFile(path).write(bytes("new"));

    assertThat(path).hasContent("new");
    assertThat(attributes(path).owner()).isEqualTo(before.owner());
    assertThat(attributes(path).group()).isEqualTo(before.group());
  }

  @Test
  void absentFileIsReadAsNothing() {
    assertThat(new AtomicFile(dir.resolve("none/none")).read()).isEmpty();
  }

  @Test
  void directoriesToBeMadeAreToldBeforehand() {
    AtomicFile file = new AtomicFile(dir.resolve("a/b/settings.json"));

    assertThat(file.missingDirectories()).containsExactly(dir.resolve("a"), dir.resolve("a/b"));
    file.write(bytes("new"));
    assertThat(file.missingDirectories()).isEmpty();
  }

  @Test
  void fileChangedSinceItWasReadIsLeftAlone() throws IOException {
    Path path = existing("settings.json", "old");
    AtomicFile file = new AtomicFile(path);
    Optional<byte[]> seen = file.read();
    Files.writeString(path, "by somebody else");

    boolean written = file.writeIfUnchanged(seen, bytes("new"));

    assertThat(written).isFalse();
    assertThat(path).hasContent("by somebody else");
    assertThat(names()).containsExactly("settings.json");
  }

  @Test
  void fileUnchangedSinceItWasReadIsWritten() throws IOException {
    AtomicFile file = new AtomicFile(existing("settings.json", "old"));

    assertThat(file.writeIfUnchanged(file.read(), bytes("new"))).isTrue();
    assertThat(file.path()).hasContent("new");
  }

  @Test
  void fileThatAppearedSinceItWasMissedIsLeftAlone() throws IOException {
    AtomicFile file = new AtomicFile(dir.resolve("settings.json"));
    Optional<byte[]> seen = file.read();
    existing("settings.json", "by somebody else");

    assertThat(file.writeIfUnchanged(seen, bytes("new"))).isFalse();
    assertThat(file.path()).hasContent("by somebody else");
  }

  @Test
  void readOnlyFileIsRefusedAlsoForRoot() throws IOException {
    Path path = existing("settings.json", "old");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));

    assertFails(() -> new AtomicFile(path).write(bytes("new")), path + " cannot be written")
        .withMessageContaining("read-only (mode r--r--r--)");
    assertThat(path).hasContent("old");
  }

  @Test
  void directoryWhereAFileShouldBeIsRefused() throws IOException {
    Path path = Files.createDirectory(dir.resolve("settings.json"));

    assertFails(() -> new AtomicFile(path).write(bytes("new")), path + " is a directory");
    assertFails(() -> new AtomicFile(path).read(), path + " is a directory");
  }

  @Test
  void fileWhereADirectoryShouldBeIsRefused() throws IOException {
    Path path = existing("file", "old").resolve("settings.json");

    assertFails(
        () -> new AtomicFile(path).write(bytes("new")),
        "file is a file, where a directory should be");
    assertThat(dir.resolve("file")).hasContent("old");
  }

  @Test
  void deviceIsRefused() {
    Path device = Path.of("/dev/zero");

    assertFails(() -> new AtomicFile(device).read(), "not a regular file");
    assertFails(() -> new AtomicFile(device).write(bytes("new")), "not a regular file");
  }

  @Test
  void tenMebibytesAreReadAndNoMore() throws IOException {
    Path path = dir.resolve("large");
    Files.write(path, new byte[AtomicFile.MAX_BYTES]);
    assertThat(new AtomicFile(path).read().orElseThrow()).hasSize(AtomicFile.MAX_BYTES);

    Files.write(path, new byte[AtomicFile.MAX_BYTES + 1]);
    assertFails(() -> new AtomicFile(path).read(), path + " is larger than 10 MiB");
  }

  @Test
  void fullDiskLeavesTheOldFileAndNothingElse() throws IOException {
    Path path = existing("settings.json", "old");

    assertFails(() -> full(path).write(bytes("new")), path + " cannot be written: the disk")
        .satisfies(e -> assertThat(e.remedy()).contains("Free some space"));
    assertThat(path).hasContent("old");
    assertThat(names()).containsExactly("settings.json");
  }

  @Test
  void fullDiskLeavesNoDirectory() throws IOException {
    assertFails(() -> full(dir.resolve("a/b/settings.json")).write(bytes("new")), "is full");
    assertThat(names()).isEmpty();
  }

  @Test
  void interruptedWriterLeavesTheOldFileAndNothingElse() throws IOException {
    Path path = existing("settings.json", "old");
    Thread.currentThread().interrupt();

    assertFails(() -> new AtomicFile(path).write(bytes("new")), path + " cannot be written");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(path).hasContent("old");
    assertThat(names()).containsExactly("settings.json");
  }

  @Test
  void writerKilledInTheMiddleLeavesTheOldFileAndTheNextOneCleansUp() throws Exception {
    Path path = existing("settings.json", "old");
    try (ChildJvm writer = ChildJvm.start(HalfWriter.class, path)) {
      assertThat(writer.line()).isEqualTo("half");
      new AtomicFile(path).write(bytes("meanwhile"));
      assertThat(names()).as("the file of a writer at work stays").hasSize(2);
      writer.kill();
    }
    assertThat(path).hasContent("meanwhile");
    assertThat(names()).hasSize(2);

    new AtomicFile(path).write(bytes("next"));

    assertThat(path).hasContent("next");
    assertThat(names()).containsExactly("settings.json");
  }

  @Test
  void fileOfAWriterAtWorkIsNoLeftoverAlsoOnceItHasTheModeOfTheOldOne() throws Exception {
    Path path = existing("settings.json", "old");
    try (TempFile temp = TempFile.beside(path)) {
      Ownership.carryOver(path, path, temp.path());
      Ownership.letOwnerRun(temp.path());
      try (ChildJvm other = ChildJvm.start(LeftoverRemover.class, path)) {
        assertThat(other.line()).isEqualTo("removed");
      }
      assertThat(temp.path()).exists();
    }
  }

  @Test
  void twoWritersInOneProcessDoNotTakeEachOthersFileForALeftover() throws IOException {
    Path path = existing("settings.json", "old");
    AtomicFile outer =
        new AtomicFile(
            path,
            (channel, bytes) -> {
              new AtomicFile(path).write(bytes("inner"));
              var _ = channel.write(ByteBuffer.wrap(bytes));
            });

    outer.write(bytes("outer"));

    assertThat(path).hasContent("outer");
    assertThat(names()).containsExactly("settings.json");
  }

  @Test
  void temporaryFilesOfOtherFilesAreNotTouched() throws IOException {
    existing(".other.json.gatepass-1.tmp", "theirs");

    new AtomicFile(dir.resolve("settings.json")).write(bytes("new"));

    assertThat(names()).containsExactly(".other.json.gatepass-1.tmp", "settings.json");
  }

  @Test
  void deletedFileIsGoneAndDeletingItAgainIsNoComplaint() throws IOException {
    AtomicFile file = new AtomicFile(existing("settings.json", "old"));

    file.delete();
    file.delete();

    assertThat(names()).isEmpty();
  }

  @Test
  void readingDoesNotChangeTheFile() throws IOException {
    Path path = existing("settings.json", "old");
    FileTime before = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(path, before);

    assertThat(new AtomicFile(path).read()).hasValueSatisfying(b -> assertThat(b).hasSize(3));

    assertThat(Files.getLastModifiedTime(path)).isEqualTo(before);
  }

  private static AtomicFile full(Path path) {
    return new AtomicFile(
        path,
        (channel, bytes) -> {
          var _ = channel.write(ByteBuffer.wrap(bytes, 0, 1));
          throw new IOException("No space left on device");
        });
  }

  private static ThrowableAssertAlternative<StorageFailed> assertFails(
      ThrowingCallable action, String message) {
    return assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(action)
        .withMessageContaining(message);
  }

  private Path existing(String name, String content) throws IOException {
    return Files.writeString(dir.resolve(name), content);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static PosixFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, PosixFileAttributes.class);
  }

  /** Only root may; for others the file stays their own, and that must be kept as well. */
  private static void chown(Path file, String name) throws IOException {
    if (attributes(file).owner().getName().equals("root")) {
      UserPrincipalLookupService names = file.getFileSystem().getUserPrincipalLookupService();
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      view.setOwner(names.lookupPrincipalByName(name));
      view.setGroup(names.lookupPrincipalByGroupName(name));
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
