package io.gatepass.adapters.fs.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose a file is and who may use it: owner, group and mode on POSIX systems, the access control
 * list on Windows (where new files inherit their directory's, which is private in a user's
 * profile).
 */
final class Ownership {
  private static final FileAttribute<?>[] NONE = {};

  private Ownership() {}

  /** The attributes of a new file: 0600 where the system has modes. */
  static FileAttribute<?>[] privateFile(Path near) {
    return mode(near, "rw-------");
  }

  /** The attributes of a new directory: 0700 where the system has modes. */
  static FileAttribute<?>[] privateDirectory(Path near) {
    return mode(near, "rwx------");
  }

  static boolean hasModes(Path near) {
    return near.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Refuses to replace what the user has made read-only: a rename would not ask. */
  static void refuseUnwritable(Path named, Path target) {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw StorageFailures.notARegularFile(named);
    }
    try {
      PosixFileAttributeView view = posix(target);
      if (view != null && readOnly(view.readAttributes())) {
        throw StorageFailures.readOnly(named, words(view.readAttributes()));
      }
    } catch (IOException e) {
      throw StorageFailures.reading(named, e);
    }
    if (!Files.isWritable(target)) {
      throw StorageFailures.readOnly(named, "read-only for you");
    }
  }

  /**
   * Gives a new file what the one it replaces has.
   *
   * @param named the file as the user knows it, for the error
   */
  static void carryOver(Path named, Path from, Path to) throws IOException {
    if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    PosixFileAttributeView source = posix(from);
    PosixFileAttributeView copy = fresh(to);
    if (source != null && copy != null) {
      carryOver(named, source.readAttributes(), copy);
    } else {
      carryOverAcl(from, to);
    }
  }

  /** Lets the owner run a file, where the system has modes. */
  static void letOwnerRun(Path file) throws IOException {
    PosixFileAttributeView view = fresh(file);
    if (view != null) {
      Set<PosixFilePermission> mode = EnumSet.of(PosixFilePermission.OWNER_EXECUTE);
      mode.addAll(view.readAttributes().permissions());
      view.setPermissions(mode);
    }
  }

  private static void carryOver(Path named, PosixFileAttributes old, PosixFileAttributeView copy)
      throws IOException {
    PosixFileAttributes fresh = copy.readAttributes();
    try {
      if (!fresh.owner().equals(old.owner())) {
        copy.setOwner(old.owner());
      }
      if (!fresh.group().equals(old.group())) {
        copy.setGroup(old.group());
      }
    } catch (IOException e) {
      throw StorageFailures.ownerNotKept(named, old.owner() + ":" + old.group(), e);
    }
    copy.setPermissions(old.permissions());
  }

  private static void carryOverAcl(Path from, Path to) throws IOException {
    AclFileAttributeView source = Files.getFileAttributeView(from, AclFileAttributeView.class);
    AclFileAttributeView copy = Files.getFileAttributeView(to, AclFileAttributeView.class);
    if (source != null && copy != null && !source.getAcl().equals(copy.getAcl())) {
      copy.setAcl(source.getAcl());
    }
  }

  private static boolean readOnly(PosixFileAttributes attributes) {
    return !attributes.permissions().contains(PosixFilePermission.OWNER_WRITE);
  }

  private static String words(PosixFileAttributes attributes) {
    return "read-only (mode " + PosixFilePermissions.toString(attributes.permissions()) + ")";
  }

  private static @Nullable PosixFileAttributeView posix(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * A new file of ours, which is no link. Were links not to be followed, Java would change the mode
   * through a second descriptor, and closing that would release the lock on the temporary file.
   */
  private static @Nullable PosixFileAttributeView fresh(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }

  private static FileAttribute<?>[] mode(Path near, String mode) {
    if (!hasModes(near)) {
      return NONE;
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
    };
  }
}
