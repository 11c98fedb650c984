package io.gatepass.adapters.fs.file;

import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The directories that a file needs, and where links lead. New directories are 0700. */
public final class Directories {
  /** As many links as Linux follows in one path. */
  private static final int MOST_LINKS = 40;

  private Directories() {}

  /**
   * The directories that {@link #create} would create, outermost first. Links are followed, also
   * those that lead to a directory that is not there yet.
   *
   * @throws StorageFailed if something that is no directory is in the way
   */
  public static List<Path> missing(Path directory) {
    Path target = follow(directory.toAbsolutePath());
    Optional<BasicFileAttributes> attributes = attributes(target);
    if (attributes.isPresent() && !attributes.get().isDirectory()) {
      throw StorageFailures.notADirectory(target);
    }
    List<Path> missing = new ArrayList<>();
    if (attributes.isEmpty() && target.getParent() != null) {
      missing.addAll(missing(target.getParent()));
      missing.add(target);
    }
    return missing;
  }

  /**
   * Creates a directory and those above it.
   *
   * @return those that were created, outermost first
   * @throws StorageFailed if that fails; none is left
   */
  public static List<Path> create(Path directory) {
    List<Path> created = new ArrayList<>();
    for (Path missing : missing(directory)) {
      try {
        if (make(missing)) {
          created.add(missing);
        }
      } catch (IOException e) {
        removeEmpty(created);
        throw StorageFailures.creating(missing, e);
      }
    }
    return created;
  }

  private static boolean make(Path directory) throws IOException {
    try {
      Files.createDirectory(directory, Ownership.privateDirectory(directory));
    } catch (FileAlreadyExistsException e) {
      // Another process was faster, which serves as well; if that is no directory, the next step
      // says so.
      return false;
    }
    sync(directory.resolveSibling("."));
    return true;
  }

  /**
   * Removes directories that hold nothing, innermost first. One that holds something, or cannot be
   * removed, stays and so do those above it.
   *
   * @param directories outermost first, as {@link #create} gave them
   * @return those that were removed
   */
  public static List<Path> removeEmpty(List<Path> directories) {
    List<Path> removed = new ArrayList<>();
    for (Path directory : directories.reversed()) {
      try {
        if (Files.deleteIfExists(directory)) {
          removed.add(directory);
        }
      } catch (IOException e) {
        break; // in use by somebody: then it is no longer only ours
      }
    }
    return removed;
  }

  /** The file or directory that a name leads to through links; it need not exist. */
  static Path follow(Path named) {
    Path current = named;
    for (int links = 0; links < MOST_LINKS; links++) {
      if (!attributes(current).map(BasicFileAttributes::isSymbolicLink).orElse(false)) {
        return current;
      }
      try {
        current = current.resolveSibling(Files.readSymbolicLink(current));
      } catch (IOException e) {
        throw StorageFailures.reading(current, e);
      }
    }
    throw StorageFailures.linkLoop(named);
  }

  /** Makes a rename, a creation or a removal in the directory durable. */
  static void sync(Path directory) {
    if (!Ownership.hasModes(directory)) {
      return; // Windows cannot open a directory to sync it, and does so by itself
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some file systems cannot do it. What was done is done and whole; only the moment at which
      // it
      // reaches the disk is the system's choice.
      return;
    }
  }

  private static Optional<BasicFileAttributes> attributes(Path path) {
    try {
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // an answer, not a failure
    } catch (IOException e) {
      throw StorageFailures.reading(path, e);
    }
  }
}
