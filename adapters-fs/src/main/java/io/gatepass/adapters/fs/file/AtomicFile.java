package io.gatepass.adapters.fs.file;

import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that is replaced whole or stays as it was, also when the process is killed or the power
 * fails: the bytes go to a temporary file in the same directory, which is synced to the disk, given
 * the target's owner, group and mode, and renamed over the target. A symbolic link stays a link;
 * what it leads to is replaced. New files are 0600 and new directories 0700 where the system has
 * such modes.
 *
 * <p>Every method throws {@link StorageFailed} naming the file, the reason and a remedy. A file
 * that is read-only, is no regular file or whose owner could not be kept is refused and not
 * replaced.
 */
public final class AtomicFile {
  /** The largest file that is read, in bytes; a larger one is refused. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  private final Path path;
  private final Output output;
  private final boolean program;

  /** A file, which need not exist. Links are followed at each call, not here. */
  public AtomicFile(Path path) {
    this(path, AtomicFile::writeAll, false);
  }

  AtomicFile(Path path, Output output) {
    this(path, output, false);
  }

  private AtomicFile(Path path, Output output, boolean program) {
    this.path = path.toAbsolutePath();
    this.output = output;
    this.program = program;
  }

  /** A file that its owner may run: 0700 where it is new and the system has modes. */
  public static AtomicFile program(Path path) {
    return new AtomicFile(path, AtomicFile::writeAll, true);
  }

  /** The step that puts the bytes on the disk; tests let it fail as a full disk does. */
  interface Output {
    void write(FileChannel channel, byte[] bytes) throws IOException;
  }

  /** The file as it was named, absolute; it may be a link. */
  public Path path() {
    return path;
  }

  /** The file that the name leads to, which need not exist; a chain of links is followed. */
  public Path target() {
    return Directories.follow(path);
  }

  /** The directories that {@link #write} would have to create, outermost first. */
  public List<Path> missingDirectories() {
    return Directories.missing(parent(target()));
  }

  /** The bytes, or nothing where the file does not exist. */
  public Optional<byte[]> read() {
    Path target = target();
    try {
      if (!attributes(target).isRegularFile()) {
        throw StorageFailures.notARegularFile(path);
      }
      try (InputStream in = Files.newInputStream(target)) {
        return Optional.of(bounded(in.readNBytes(MAX_BYTES + 1)));
      }
    } catch (NoSuchFileException absent) {
      return Optional.empty(); // not a failure: the caller learns that there is no file
    } catch (IOException e) {
      throw StorageFailures.reading(path, e);
    }
  }

  /** Replaces the file, or creates it and the directories it needs. */
  public void write(byte[] bytes) {
    var _ = replace(bytes, () -> true);
  }

  /**
   * As {@link #write}, but only if the file still is as it was seen; compared at the last moment
   * before the rename.
   *
   * @param seen what {@link #read} gave
   * @return whether it was written; if not, it has been changed by somebody and is left alone
   */
  public boolean writeIfUnchanged(Optional<byte[]> seen, byte[] bytes) {
    return replace(bytes, () -> same(seen, read()));
  }

  /** Removes the file that the name leads to; no complaint where there is none. A link stays. */
  public void delete() {
    Path target = target();
    try {
      if (Files.deleteIfExists(target)) {
        Directories.sync(parent(target));
      }
    } catch (IOException e) {
      throw StorageFailures.writing(path, e);
    }
  }

  /**
   * Removes what killed runs have left beside the file. Every write does it by itself; this is for
   * a run that finds nothing to write.
   */
  public void removeLeftovers() {
    TempFile.removeLeftovers(target());
  }

  /** Removes what killed runs have left in a directory that nobody but gatepass writes to. */
  public static void removeLeftovers(Path ownDirectory) {
    TempFile.removeLeftovers(ownDirectory, ".");
  }

  private boolean replace(byte[] bytes, Check check) {
    Path target = target();
    Ownership.refuseUnwritable(path, target);
    List<Path> created = Directories.create(parent(target));
    boolean written = false;
    try {
      written = replaceIn(target, bytes, check);
      return written;
    } catch (IOException e) {
      throw StorageFailures.writing(path, e);
    } finally {
      if (!written) {
        Directories.removeEmpty(created);
      }
    }
  }

  private boolean replaceIn(Path target, byte[] bytes, Check check) throws IOException {
    try (TempFile temp = TempFile.beside(target)) {
      output.write(temp.channel(), bytes);
      Ownership.carryOver(path, target, temp.path());
      if (program) {
        Ownership.letOwnerRun(temp.path());
      }
      temp.channel().force(true);
      if (!check.passes()) {
        return false;
      }
      temp.moveTo(target);
    }
    Directories.sync(parent(target));
    return true;
  }

  private interface Check {
    boolean passes();
  }

  private byte[] bounded(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw StorageFailures.tooLarge(path, MAX_BYTES);
    }
    return bytes;
  }

  private static boolean same(Optional<byte[]> seen, Optional<byte[]> current) {
    return Arrays.equals(seen.orElse(null), current.orElse(null));
  }

  private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      var _ = channel.write(buffer);
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.getParent(), "an absolute file has a directory");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
