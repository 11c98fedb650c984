package io.gatepass.adapters.fs.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageFailuresTest {
  @TempDir Path dir;

  @Test
  void fullDiskSaysToFreeSpace() {
    assertSays(
        StorageFailures.writing(file(), new IOException("No space left on device")),
        file() + " cannot be written: the disk or its quota is full.",
        "Free some space, then run the command again.");
  }

  @Test
  void usedUpQuotaSaysToFreeSpace() {
    assertSays(
        StorageFailures.creating(file(), new IOException("Disk quota exceeded")),
        file() + " cannot be created: the disk or its quota is full.",
        "Free some space, then run the command again.");
  }

  @Test
  void readOnlyFileSystemSaysSo() {
    assertSays(
        StorageFailures.writing(
            file(), new FileSystemException(file().toString(), null, "Read-only file system")),
        file() + " cannot be written: its file system is read-only.",
        "Make the file system writable, then run the command again.");
  }

  @Test
  void deniedTemporaryFileIsToldAsItsDirectory() {
    String temporary = dir.resolve(".settings.json.gatepass-1f.tmp").toString();

    assertSays(
        StorageFailures.writing(file(), new AccessDeniedException(temporary)),
        file() + " cannot be written: access to the directory " + dir + " is denied.",
        "Check the permissions, then run the command again.");
  }

  @Test
  void deniedFileIsNamed() {
    assertSays(
        StorageFailures.reading(file(), new AccessDeniedException(file().toString())),
        file() + " cannot be read: access to " + file() + " is denied.",
        "Check the permissions, then run the command again.");
  }

  @Test
  void reasonIsNeverMissing() {
    assertThat(StorageFailures.reading(file(), new IOException()).what())
        .endsWith("cannot be read: IOException.");
    assertThat(StorageFailures.reading(file(), new FileSystemException("f")).what())
        .endsWith("cannot be read: FileSystemException.");
    assertThat(StorageFailures.reading(file(), new NoSuchFileException("f")).what())
        .endsWith("cannot be read: f does not exist.");
  }

  private static void assertSays(StorageFailed failure, String what, String remedy) {
    assertThat(failure.what()).isEqualTo(what);
    assertThat(failure.remedy()).isEqualTo(remedy);
  }

  private Path file() {
    return dir.resolve("settings.json");
  }
}
