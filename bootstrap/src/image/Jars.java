import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;

/**
 * The jars as the image has them: not compressed, because the download, compressed as a whole, is
 * smaller by a quarter of them and no class has to be inflated; and without {@link OldClasses}.
 */
final class Jars {
  private static final String NOTICE = "META-INF/CHANGED.txt";

  private Jars() {}

  /** Whether the jar is as it came. */
  static boolean isNew(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.stream().anyMatch(it -> it.getMethod() != JarEntry.STORED);
    }
  }

  /** Replaces the jar. Its time stays, so that a build which copies newer jars leaves it alone. */
  static void renew(Path jar) throws IOException {
    var time = Files.getLastModifiedTime(jar);
    var renewed = jar.resolveSibling(jar.getFileName() + ".new");
    try (var file = new JarFile(jar.toFile());
        var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        var out = new JarOutputStream(Files.newOutputStream(renewed))) {
      var changed = false;
      for (var entry : file.stream().toList()) {
        var bytes = bytes(file, entry);
        var kept = isClass(entry) ? OldClasses.renewed(bytes, loader) : bytes;
        changed |= kept != bytes;
        put(out, entry, kept);
      }
      if (changed) {
        var notice = new JarEntry(NOTICE);
        notice.setTime(time.toMillis());
        put(out, notice, "gatepass has given the class files stack maps.\n".getBytes());
      }
    }
    Files.setLastModifiedTime(renewed, time);
    Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void put(JarOutputStream out, JarEntry like, byte[] bytes) throws IOException {
    var entry = new JarEntry(like.getName());
    var sum = new CRC32();
    sum.update(bytes);
    entry.setTime(like.getTime());
    entry.setMethod(JarEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
  }

  private static byte[] bytes(JarFile file, JarEntry entry) throws IOException {
    try (var in = file.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
