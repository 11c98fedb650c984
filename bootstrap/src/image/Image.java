import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * A small, quickly started JVM. Log lines of the JVM itself would land on stdout, hence {@code
   * -Xlog:disable}; the AOT cache holds only for the options it was trained with.
   */
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          // The first compiler does not look at the profiles of the training.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTRecordTraining",
          "-XX:-AOTReplayTraining",
          "--enable-native-access=ALL-UNNAMED",
          "-Dguice_bytecode_gen_option=DISABLED",
          // Guice calls each method once: generated classes for that take longer than they spare.
          "-Djdk.reflect.useNativeAccessorOnly=true");

  /**
   * For the short way, which is over before a compiler pays: interpreted, and without a thread that
   * hands a compiler the profiles of the training.
   */
  private static final List<String> TOKEN_JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xint",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTRecordTraining",
          "-XX:-AOTReplayTraining",
          "--enable-native-access=ALL-UNNAMED");

  /**
   * The proxy runs for days: its code is worth being compiled well, and what it does not need being
   * given back. docs/adr/0035
   */
  private static final List<String> PROXY_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmn4m",
          "-Xms12m",
          "-XX:TrimNativeHeapInterval=2000",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED",
          "-Dguice_bytecode_gen_option=DISABLED",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "-Dorg.eclipse.jetty.util.referencesPerCacheLine=16");

  /** Profiles in the cache would have the compiler busy, and its memory taken, from the start. */
  private static final List<String> WITHOUT_PROFILES =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

  private static final String MAIN = "io.gatepass.bootstrap.Main";

  /** The short way of {@code gatepass token}, with a cache of its own. docs/adr/0028 */
  private static final String TOKEN_MAIN = "io.gatepass.bootstrap.TokenMain";

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
    assembly.renewOldJars();
    assembly.linkRuntime();
    assembly.writeLauncher("gatepass", "\n");
    assembly.writeLauncher("gatepass.cmd", "\r\n");
    for (var cache : List.of("gatepass.aot", "token.aot", "proxy.aot")) {
      Files.deleteIfExists(assembly.image.resolve("lib", cache));
    }
    if (!Boolean.parseBoolean(args[3])) {
      assembly.trainAotCaches();
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

  /** An AOT cache takes no class that has to be verified in the old way. docs/adr/0031 */
  private void renewOldJars() throws IOException {
    try (var jars = Files.newDirectoryStream(image.resolve("lib"), "*.jar")) {
      for (var each : jars) {
        if (OldClasses.areIn(each)) {
          OldClasses.renew(each);
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
    deleteTree(runtime);
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
            .replace("@JVM_OPTIONS@", String.join(" ", JVM_OPTIONS))
            .replace("@TOKEN_JVM_OPTIONS@", String.join(" ", TOKEN_JVM_OPTIONS))
            .replace("@PROXY_OPTIONS@", String.join(" ", PROXY_OPTIONS))
            .replace("@JAR@", jar)
            .replace("@MAIN@", MAIN)
            .replace("@TOKEN_MAIN@", TOKEN_MAIN)
            .replace("\n", lineEnd);
    var launcher = image.resolve("bin", name);
    Files.createDirectories(launcher.getParent());
    Files.writeString(launcher, text);
    if (File.separatorChar == '/') {
      Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /**
   * Runs the program in an empty home without a display, once for each cache, and keeps what its
   * JVM has loaded and linked (JEP 514). A cache holds for these very jars, with their times,
   * wherever they are.
   */
  private void trainAotCaches() throws IOException, InterruptedException {
    var home = Files.createTempDirectory("gatepass-training");
    try {
      train("gatepass.aot", JVM_OPTIONS, home, Map.of(), List.of(MAIN, "demo"));
      try (var cached = new CachedToken(home)) {
        train(
            "token.aot",
            TOKEN_JVM_OPTIONS,
            home,
            cached.environment(),
            List.of(TOKEN_MAIN, "token"));
      }
      check("gatepass.aot", JVM_OPTIONS, home);
      check("token.aot", TOKEN_JVM_OPTIONS, home);
      if (File.separatorChar == '/') {
        // Elsewhere no process can be asked to end, and only one that ends leaves a cache.
        trainProxy(Files.createDirectory(home.resolve("proxy")));
        check("proxy.aot", PROXY_OPTIONS, home);
      }
    } finally {
      deleteTree(home);
    }
  }

  private void trainProxy(Path home) throws IOException, InterruptedException {
    try (var training = new ProxyTraining(home)) {
      var setup = new ArrayList<>(List.of(image.resolve("bin/gatepass").toString()));
      setup.addAll(training.setup());
      awaitSuccess(start(setup, home, training.environment()), setup, home);
      var program = new ArrayList<>(PROXY_OPTIONS);
      program.addAll(WITHOUT_PROFILES);
      var command = command("proxy.aot", program, List.of(MAIN, "proxy", "start"));
      var proxy = start(command, home, training.environment());
      training.use(proxy);
      awaitSuccess(proxy, command, home);
    }
  }

  private void train(
      String cache,
      List<String> options,
      Path home,
      Map<String, String> environment,
      List<String> program)
      throws IOException, InterruptedException {
    var command = command(cache, options, program);
    var byShell = new ArrayList<>(asATool(command.removeFirst()));
    byShell.addAll(command);
    awaitSuccess(start(byShell, home, environment), byShell, home);
  }

  /** A JVM that does not start with its cache is found here, not by a user. */
  private void check(String cache, List<String> options, Path home)
      throws IOException, InterruptedException {
    var file = image.resolve("lib", cache);
    if (!Files.exists(file)) {
      throw new IOException("The training run has left no " + file);
    }
    var command = new ArrayList<>(List.of(image.resolve("runtime/bin/java").toString()));
    command.addAll(options);
    command.addAll(List.of("-XX:AOTCache=" + file, "-cp", image.resolve("lib", jar).toString()));
    command.addAll(List.of(MAIN, "--version"));
    awaitSuccess(start(command, home, Map.of()), command, home);
  }

  private List<String> command(String cache, List<String> options, List<String> program) {
    var command = new ArrayList<>(List.of(image.resolve("runtime/bin/java").toString()));
    command.addAll(options);
    command.add("-XX:AOTCacheOutput=" + image.resolve("lib", cache));
    command.add("-Dgatepass.terminal=false");
    command.add("-Dgatepass.process=" + ProcessHandle.current().pid());
    command.addAll(List.of("-cp", image.resolve("lib", jar).toString()));
    command.addAll(program);
    return command;
  }

  private static Process start(List<String> command, Path home, Map<String, String> environment)
      throws IOException {
    var log = home.resolve("log").toFile();
    var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static void awaitSuccess(Process process, List<String> command, Path home)
      throws IOException, InterruptedException {
    var exit = process.waitFor();
    if (exit != 0) {
      System.err.print(Files.readString(home.resolve("log")));
      throw new IOException("The training run failed with exit code " + exit + ": " + command);
    }
  }

  /** Tools run their helper by a shell, which gatepass looks at. */
  private static List<String> asATool(String java) {
    return File.separatorChar == '/'
        ? List.of("/bin/sh", "-c", "\"$0\" -Dgatepass.parent=$$ \"$@\"; exit $?", java)
        : List.of(java);
  }

  /** A home with settings and a token in the runtime cache, as a tool's next call finds them. */
  private static final class CachedToken implements AutoCloseable {
    private static final String GATEWAY = "https://llm.example.com";
    private static final String ISSUER = "https://auth.example.com";
    private static final String CLIENT = "gatepass";

    /** Memory that is no file, as the cache wants it; where there is none, a variable has to do. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Optional<Path> runtime;

    CachedToken(Path home) throws IOException {
      var settings = Files.createDirectories(home.resolve(".config/gatepass"));
      Files.writeString(
          settings.resolve("config.json"),
          "{\"gatewayUrl\": \"%s\", \"issuer\": \"%s\", \"clientId\": \"%s\"}\n"
              .formatted(GATEWAY, ISSUER, CLIENT));
      runtime = Files.isDirectory(MEMORY) ? Optional.of(cache()) : Optional.empty();
    }

    /** As RuntimeCache and FileHandOuts write it, a while ago. */
    private static Path cache() throws IOException {
      var runtime = Files.createTempDirectory(MEMORY, "gatepass-training");
      var folder = Files.createDirectory(runtime.resolve("gatepass"));
      var scope = String.join("\0", GATEWAY, ISSUER, CLIENT, "");
      var tag = "%08x".formatted(scope.hashCode());
      var issued = System.currentTimeMillis() - Duration.ofMinutes(10).toMillis();
      var expires = issued + Duration.ofHours(1).toMillis();
      Files.writeString(
          folder.resolve(tag + ".access"), scope + "\0v1 %d %d a-token".formatted(issued, expires));
      Files.writeString(folder.resolve(tag + ".asked"), "");
      return runtime;
    }

    Map<String, String> environment() {
      return runtime
          .map(it -> Map.of("XDG_RUNTIME_DIR", it.toString()))
          .orElse(Map.of("GATEPASS_ACCESS_TOKEN", "a-token"));
    }

    @Override
    public void close() throws IOException {
      if (runtime.isPresent()) {
        deleteTree(runtime.get());
      }
    }
  }

  @SafeVarargs
  private static void run(String tool, List<String>... options) {
    var arguments = Arrays.stream(options).flatMap(List::stream).toArray(String[]::new);
    var exit = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
