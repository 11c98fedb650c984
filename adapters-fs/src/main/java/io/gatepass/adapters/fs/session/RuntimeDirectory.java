package io.gatepass.adapters.fs.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the user's runtime directory ({@code $XDG_RUNTIME_DIR}).
 *
 * @param isDirectory whether it is a directory and no link
 * @param permissions who may use it
 * @param owner the number of the user it belongs to
 * @param user the number of the user who runs gatepass
 * @param fileSystem the type of its file system
 */
public record RuntimeDirectory(
    boolean isDirectory,
    Set<PosixFilePermission> permissions,
    int owner,
    int user,
    String fileSystem) {
  private static final Set<PosixFilePermission> PRIVATE =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /** Who runs this process, by the owner of its entry. */
  private static final Path SELF = Path.of("/proc/self");

  /** Looks at a directory. */
  public static RuntimeDirectory at(Path directory) throws IOException {
    Map<String, Object> unix =
        Files.readAttributes(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    PosixFileAttributes posix =
        Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new RuntimeDirectory(
        posix.isDirectory(),
        posix.permissions(),
        number(unix.get("uid")),
        currentUser(),
        Files.getFileStore(directory).type());
  }

  /** Whether only its user can read it, and only until the machine is switched off. */
  public boolean isPrivateMemory() {
    return isPrivate() && fileSystem.equals("tmpfs");
  }

  /** Whether only its user can read it. */
  boolean isPrivate() {
    return isDirectory && permissions.equals(PRIVATE) && owner == user;
  }

  /** The number of the user who runs gatepass. */
  static int currentUser() throws IOException {
    return number(Files.getAttribute(SELF, "unix:uid"));
  }

  private static int number(@Nullable Object attribute) {
    return attribute instanceof Integer number ? number : -1;
  }
}
