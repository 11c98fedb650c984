package io.gatepass.adapters.fs.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The temporary file beside a target, gone after {@link #close} unless it was moved. It is locked
 * for as long as it is in use, so that the next writer can tell the leftover of a killed run, which
 * it removes, from the file of a writer at work.
 */
final class TempFile implements AutoCloseable {
  /** One byte that no content reaches: on Windows a locked byte cannot be read by others. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final String INFIX = ".gatepass-";
  private static final String SUFFIX = ".tmp";

  /**
   * The names in use in this process, which locks do not tell: they belong to the process, and
   * closing a second channel to the same file would release them.
   */
  private static final Set<String> IN_USE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private TempFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Removes leftovers and creates a new file, 0600 where the system has modes. */
  static TempFile beside(Path target) throws IOException {
    removeLeftovers(target);
    while (true) {
      TempFile created = create(target);
      if (created.isOurs()) {
        return created;
      }
      created.close();
    }
  }

  /** Whether a file's name is that of a temporary file. */
  static boolean isTemporary(Path file) {
    return name(file).contains(INFIX) && name(file).endsWith(SUFFIX);
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  /** Renames the file over the target. */
  void moveTo(Path target) throws IOException {
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(path);
    } finally {
      IN_USE.remove(name(path));
    }
  }

  private static TempFile create(Path target) throws IOException {
    String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
    Path path = target.resolveSibling(prefix(target) + random + SUFFIX);
    IN_USE.add(name(path));
    try {
      Set<OpenOption> options = Set.of(CREATE_NEW, WRITE);
      return new TempFile(path, FileChannel.open(path, options, Ownership.privateFile(target)));
    } catch (IOException e) {
      IN_USE.remove(name(path));
      throw e;
    }
  }

  /** Locks the file; another process may have taken it for a leftover before that. */
  private boolean isOurs() {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false) != null && Files.exists(path);
    } catch (IOException e) {
      // A file system without locks. Nobody else can lock it either and take it for a leftover.
      return true;
    }
  }

  /** Removes what killed runs have left beside a file that was to become that file. */
  static void removeLeftovers(Path target) {
    removeLeftovers(Optional.ofNullable(target.getParent()).orElseThrow(), prefix(target));
  }

  /**
   * Removes what killed runs have left in a directory.
   *
   * @param prefix how their names start
   */
  static void removeLeftovers(Path directory, String prefix) {
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(directory, file -> isLeftover(file, prefix))) {
      for (Path leftover : leftovers) {
        removeUnlessLocked(leftover);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // A directory that is not there has none, and one that cannot be listed may be written to.
      return;
    }
  }

  private static boolean isLeftover(Path file, String prefix) {
    String name = name(file);
    return name.startsWith(prefix) && isTemporary(file) && !IN_USE.contains(name);
  }

  private static void removeUnlessLocked(Path leftover) {
    try (FileChannel channel = FileChannel.open(leftover, WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false)) {
      if (lock != null) {
        Files.deleteIfExists(leftover);
      }
    } catch (IOException e) {
      // Not ours to remove, or gone by now: no reason not to write the target.
      return;
    }
  }

  private static String prefix(Path target) {
    return "." + name(target) + INFIX;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
