package io.gatepass.adapters.oidc.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a file of which readers see the old or the new content, whole; 0600 in a 0700 directory.
 */
final class PrivateFile {
  private static final FileAttribute<?>[] NONE = {};

  private PrivateFile() {}

  static void write(Path directory, String name, String content) throws IOException {
    Files.createDirectories(directory, permissions(directory, "rwx------"));
    Path draft = Files.createTempFile(directory, ".draft", "", permissions(directory, "rw-------"));
    try {
      Files.writeString(draft, content);
      Files.move(
          draft,
          directory.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Windows has no such permissions; there the user's own directory is private by its ACL. */
  private static FileAttribute<?>[] permissions(Path path, String symbols) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(symbols))
        }
        : NONE;
  }
}
