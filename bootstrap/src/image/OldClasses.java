import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Class files for Java 5 and older. They are verified by inference (JVMS §4.10.2), and no AOT cache
 * holds such a class; a class file for Java 8 has stack maps instead (JVMS §4.7.4). The code stays
 * what it is.
 */
final class OldClasses {
  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

  private static final String NOTICE = "META-INF/CHANGED.txt";

  private OldClasses() {}

  /** Whether the jar's first class is an old one; nobody mixes them on purpose. */
  static boolean areIn(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      var first = file.stream().filter(OldClasses::isClass).findFirst();
      return first.isPresent() && isOld(bytes(file, first.get()));
    }
  }

  /** Replaces the jar. Its time stays, so that a build which copies newer jars leaves it alone. */
  static void renew(Path jar) throws IOException {
    var time = Files.getLastModifiedTime(jar);
    var renewed = jar.resolveSibling(jar.getFileName() + ".new");
    try (var file = new JarFile(jar.toFile());
        var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        var out = new JarOutputStream(Files.newOutputStream(renewed))) {
      var tool =
          ClassFile.of(
              StackMapsOption.GENERATE_STACK_MAPS,
              ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
      for (var entry : file.stream().toList()) {
        var bytes = bytes(file, entry);
        put(out, entry, isClass(entry) && isOld(bytes) ? renew(tool, bytes) : bytes);
      }
      var notice = new JarEntry(NOTICE);
      notice.setTime(time.toMillis());
      put(out, notice, "gatepass has given the class files stack maps.\n".getBytes());
    }
    Files.setLastModifiedTime(renewed, time);
    Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] renew(ClassFile tool, byte[] bytes) throws IOException {
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            builder.with(element);
          }
        };
    var bodies =
        ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
    var renewed = tool.transformClass(tool.parse(bytes), version.andThen(bodies));
    var errors = tool.verify(renewed);
    if (!errors.isEmpty()) {
      throw new IOException("A class cannot be given stack maps: " + errors);
    }
    return renewed;
  }

  private static void put(JarOutputStream out, JarEntry like, byte[] bytes) throws IOException {
    var entry = new JarEntry(like.getName());
    entry.setTime(like.getTime());
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
  }

  private static boolean isOld(byte[] bytes) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.readInt();
    in.readUnsignedShort();
    return in.readUnsignedShort() < FIRST_WITH_STACK_MAPS;
  }

  private static byte[] bytes(JarFile file, JarEntry entry) throws IOException {
    try (var in = file.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
