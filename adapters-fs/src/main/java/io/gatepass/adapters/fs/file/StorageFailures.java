package io.gatepass.adapters.fs.file;

import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Says in words why a file could not be read or written, and what to do. */
public final class StorageFailures {
  private static final String AGAIN = ", then run the command again.";

  private StorageFailures() {}

  /** A file or directory that could not be read. */
  public static StorageFailed reading(Path file, IOException cause) {
    return failed(file, "read", cause);
  }

  /** A file that could not be written or removed; it is as it was. */
  public static StorageFailed writing(Path file, IOException cause) {
    return notWritten(file, "written", cause);
  }

  static StorageFailed creating(Path directory, IOException cause) {
    return notWritten(directory, "created", cause);
  }

  static StorageFailed notARegularFile(Path file) {
    String what = Files.isDirectory(file) ? "a directory" : "not a regular file";
    return new StorageFailed(
        file + " is " + what + ", where a file should be.", "Move it away" + AGAIN);
  }

  static StorageFailed notADirectory(Path file) {
    return new StorageFailed(
        file + " is a file, where a directory should be.", "Move it away" + AGAIN);
  }

  static StorageFailed linkLoop(Path link) {
    return new StorageFailed(
        link + " is a symbolic link that leads back to itself.", "Correct the link" + AGAIN);
  }

  static StorageFailed tooLarge(Path file, int limit) {
    return new StorageFailed(
        file + " is larger than " + limit / (1024 * 1024) + " MiB and is not read.",
        "Make sure that it is the right file.");
  }

  static StorageFailed readOnly(Path file, String words) {
    if (isReadOnlySystem(file, "")) {
      return new StorageFailed(
          file + " cannot be written: its file system is read-only.",
          "Make the file system writable" + AGAIN);
    }
    return new StorageFailed(
        file + " cannot be written: it is " + words + ".",
        "Make it writable, or have its owner do this" + AGAIN);
  }

  static StorageFailed ownerNotKept(Path file, String owner, IOException cause) {
    return new StorageFailed(
        file + " cannot be written: it belongs to " + owner + ", which could not be kept.",
        "Make the file your own, or have its owner do this" + AGAIN,
        cause);
  }

  private static StorageFailed notWritten(Path file, String verb, IOException cause) {
    String reason = reason(cause);
    if (cause instanceof AccessDeniedException) {
      return failed(file, verb, cause);
    }
    if (isFull(file, reason)) {
      return failed(file, verb, "the disk or its quota is full", "Free some space", cause);
    }
    if (isReadOnlySystem(file, reason)) {
      return failed(
          file, verb, "its file system is read-only", "Make the file system writable", cause);
    }
    return failed(file, verb, cause);
  }

  private static StorageFailed failed(Path file, String verb, IOException cause) {
    String reason = reason(cause);
    if (cause instanceof AccessDeniedException) {
      return failed(file, verb, reason, "Check the permissions", cause);
    }
    if (reason.contains("Too many levels of symbolic links")) {
      return failed(
          file, verb, "a symbolic link on its path leads to itself", "Correct the link", cause);
    }
    return failed(file, verb, reason, "Check the file and its directory", cause);
  }

  private static StorageFailed failed(
      Path file, String verb, String reason, String remedy, IOException cause) {
    return new StorageFailed(
        file + " cannot be " + verb + ": " + reason + ".", remedy + AGAIN, cause);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException e -> "access to " + subject(e) + " is denied";
      case NoSuchFileException e -> e.getFile() + " does not exist";
      case NotDirectoryException e -> e.getFile() + " is not a directory";
      case FileSystemException e -> Optional.ofNullable(e.getReason()).orElse(name(e));
      default -> Optional.ofNullable(cause.getMessage()).orElse(name(cause));
    };
  }

  /** The user knows the directory of a temporary file, not the file. */
  private static String subject(AccessDeniedException denied) {
    Path file = Path.of(Optional.ofNullable(denied.getFile()).orElse("it"));
    Path directory = file.getParent();
    return TempFile.isTemporary(file) && directory != null
        ? "the directory " + directory
        : file.toString();
  }

  private static String name(IOException cause) {
    return cause.getClass().getSimpleName();
  }

  /** The system's words may be in the user's language, hence the second question. */
  private static boolean isFull(Path file, String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    return lower.contains("no space left")
        || lower.contains("not enough space")
        || lower.contains("quota")
        || store(file).map(found -> found.usable() == 0).orElse(false);
  }

  private static boolean isReadOnlySystem(Path file, String reason) {
    return reason.contains("Read-only file system")
        || store(file).map(Store::readOnly).orElse(false);
  }

  private record Store(long usable, boolean readOnly) {}

  private static Optional<Store> store(Path file) {
    Path existing = file;
    while (existing != null && Files.notExists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null) {
      return Optional.empty();
    }
    try {
      var store = Files.getFileStore(existing);
      return Optional.of(new Store(store.getUsableSpace(), store.isReadOnly()));
    } catch (IOException e) {
      return Optional.empty(); // only a better wording depends on it
    }
  }
}
