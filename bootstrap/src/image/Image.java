import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;

/**
 * Assembles the image: the program's jars, a Java runtime of its own, launchers and an AOT cache.
 *
 * <p>Run by the build on JDK 25, after the jars have been copied to {@code IMAGE/lib}, as {@code
 * java Image.java SOURCES IMAGE JAR SKIP_AOT}: the folder of this file, the image's folder, the
 * file name of the jar with {@code Main} whose manifest lists the others, and {@code true} to leave
 * the AOT cache out.
 */
final class Image {
  /**
   * What jdeps names for the jars ({@code jdeps --print-module-deps}), without java.desktop,
   * java.sql and java.xml, which libraries refer to only where they find them; with jdk.httpserver
   * for the demo.
   */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.logging",
          "java.management",
          "java.naming",
          "java.security.jgss",
          "jdk.httpserver",
          "jdk.net",
          "jdk.unsupported");

  /** The certificates of the operating system, as Windows gives them to Java. */
  private static final String WINDOWS_CERTIFICATES = "jdk.crypto.mscapi";

  private final Path sources;
  private final Path image;
  private final String jar;

  private Image(Path sources, Path image, String jar) {
    this.sources = sources;
    this.image = image;
    this.jar = jar;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var assembly = new Image(Path.of(args[0]), Path.of(args[1]), args[2]);
    assembly.dropForeignJars();
    assembly.renewJars();
    assembly.linkRuntime();
    assembly.writeLauncher("gatepass", "\n");
    assembly.writeLauncher("gatepass.cmd", "\r\n");
    var caches = new AotCaches(assembly.image, assembly.jar);
    caches.delete();
    if (!Boolean.parseBoolean(args[3])) {
      caches.train();
    }
    Files.writeString(Path.of(args[1] + ".stamp"), "");
  }

  /** Jars of an earlier build, say of a library's former version. */
  private void dropForeignJars() throws IOException {
    var wanted = new ArrayList<>(List.of(jar));
    try (var file = new JarFile(image.resolve("lib", jar).toFile())) {
      var classPath = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      wanted.addAll(Arrays.asList(classPath.split(" ")));
    }
    try (var files = Files.newDirectoryStream(image.resolve("lib"))) {
      for (var file : files) {
        if (!wanted.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
    for (var name : wanted) {
      if (!Files.exists(image.resolve("lib", name))) {
        throw new IOException("The class path names a jar that is not in the image: " + name);
      }
    }
  }

  private void renewJars() throws IOException {
    try (var jars = Files.newDirectoryStream(image.resolve("lib"), "*.jar")) {
      for (var each : jars) {
        if (Jars.isNew(each)) {
          Jars.renew(each);
        }
      }
    }
  }

  /** Links the runtime, unless the one there is of the same JDK and has the same modules. */
  private void linkRuntime() throws IOException {
    var modules = new ArrayList<>(MODULES);
    if (File.separatorChar == '\\') {
      modules.add(WINDOWS_CERTIFICATES);
    }
    var recipe = Runtime.version() + " " + modules + " without comments";
    var stamp = Path.of(image + ".runtime");
    if (Files.exists(stamp) && Files.readString(stamp).equals(recipe)) {
      return;
    }
    var runtime = image.resolve("runtime");
    Files.deleteIfExists(stamp);
    Folders.delete(runtime);
    // Not compressed: it starts sooner, and the download, compressed as a whole, is smaller.
    run(
        "jlink",
        List.of("--add-modules", String.join(",", modules)),
        List.of("--strip-debug", "--no-header-files", "--no-man-pages", "--compress", "zip-0"),
        List.of("--output", runtime.toString()));
    dropComments(runtime.resolve("conf/security/java.security"));
    Files.writeString(stamp, recipe);
  }

  /** Every start that needs as much as a hash reads this file, which is nearly all comments. */
  private static void dropComments(Path properties) throws IOException {
    var lines = Files.readAllLines(properties).stream();
    Files.write(
        properties, lines.filter(it -> !it.isBlank() && !it.strip().startsWith("#")).toList());
  }

  private void writeLauncher(String name, String lineEnd) throws IOException {
    var text =
        Files.readString(sources.resolve("bin", name))
            .replace("@JVM_OPTIONS@", words(Options.jvm()))
            .replace("@JVM_OPTIONS_WITHOUT_COMPILER@", words(Options.withoutCompiler()))
            .replace("@QUICK_COMPILER@", Options.QUICK_COMPILER)
            .replace("@BETTER_COMPILER@", words(Options.BETTER_COMPILER))
            .replace("@TOKEN_JVM_OPTIONS@", words(Options.tokenJvm()))
            .replace("@TOKEN_JVM_OPTIONS_WITHOUT_COMPILER@", words(Options.tokenWithoutCompiler()))
            .replace("@INTERPRETER@", Options.INTERPRETER)
            .replace("@COMPILED@", words(Options.COMPILED))
            .replace("@PROXY_OPTIONS@", words(Options.proxyJvm()))
            .replace("@JAR@", jar)
            .replace("@MAIN@", Options.MAIN)
            .replace("@TOKEN_MAIN@", Options.TOKEN_MAIN)
            .replace("\n", lineEnd);
    var launcher = image.resolve("bin", name);
    Files.createDirectories(launcher.getParent());
    Files.writeString(launcher, text);
    if (File.separatorChar == '/') {
      Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String words(List<String> options) {
    return String.join(" ", options);
  }

  @SafeVarargs
  private static void run(String tool, List<String>... options) {
    var arguments = Arrays.stream(options).flatMap(List::stream).toArray(String[]::new);
    var exit = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
    if (exit != 0) {
      System.exit(exit);
    }
  }
}
