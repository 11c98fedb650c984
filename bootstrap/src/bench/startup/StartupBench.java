import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/**
 * Times whole processes in turn, {@code java StartupBench.java IMAGE ROUNDS}: gh with a token in
 * its file, a Java hello-world on the image's runtime, {@code gatepass token} with a cached token.
 * Prints medians and ratios.
 */
final class StartupBench {
  private static final String SETTINGS =
      """
      {"gatewayUrl": "https://g.test", "issuer": "https://i.test", "clientId": "c"}
      """;

  private final Path image;
  private final Path home = Files.createTempDirectory("startup-bench");
  private final Path runtime = Files.createTempDirectory(Path.of("/dev/shm"), "startup-bench");

  private StartupBench(Path image) throws IOException {
    this.image = image.toRealPath();
  }

  public static void main(String[] args) throws Exception {
    var bench = new StartupBench(Path.of(args[0]));
    try {
      bench.prepare();
      bench.print(bench.measure(Integer.parseInt(args[1])));
    } finally {
      deleteTree(bench.home);
      deleteTree(bench.runtime);
    }
  }

  private void prepare() throws Exception {
    Files.createDirectories(home.resolve(".config/gatepass"));
    Files.writeString(home.resolve(".config/gatepass/config.json"), SETTINGS);
    Files.createDirectories(home.resolve("gh"));
    Files.writeString(home.resolve("gh/hosts.yml"), "github.com:\n    oauth_token: gho_token\n");
    compileHello();
  }

  private void compileHello() throws IOException, InterruptedException {
    var source = home.resolve("Hello.java");
    Files.writeString(
        source, "class Hello { public static void main(String[] a) { System.out.println(1); } }");
    tool("javac", "-d", home.toString(), source.toString());
    var jar = home.resolve("hello.jar").toString();
    tool("jar", "--create", "--file", jar, "-C", home.toString(), "Hello.class");
    once(hello("-XX:AOTCacheOutput="));
  }

  /** A token that was got 20 minutes ago, which no tool has asked for in these seconds. */
  private void cacheToken() throws IOException {
    var scope = "https://g.test\0https://i.test\0c\0";
    var tag = "%08x".formatted(scope.hashCode());
    var cache = Files.createDirectories(runtime.resolve("gatepass"));
    var issued = System.currentTimeMillis() - 1_200_000;
    write(
        cache.resolve(tag + ".access"),
        scope + "\0v1 " + issued + " " + (issued + 3_600_000) + " token");
    write(cache.resolve(tag + ".asked"), "");
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** On the options of the JVM that answers {@code gatepass token}. */
  private List<String> hello(String option) throws IOException {
    var launcher = Files.readString(image.resolve("bin/gatepass"));
    var options = launcher.replaceAll("(?s).*?runtime/bin/java\" ([^\n]*) \\\\\n.*", "$1");
    var command = new ArrayList<>(List.of(image.resolve("runtime/bin/java").toString()));
    command.addAll(List.of(options.split(" ")));
    command.add(option + home.resolve("hello.aot"));
    command.addAll(List.of("-cp", home.resolve("hello.jar").toString(), "Hello"));
    return command;
  }

  private Map<String, double[]> measure(int rounds) throws IOException, InterruptedException {
    var contenders = new LinkedHashMap<String, List<String>>();
    contenders.put("gh auth token", List.of("gh", "auth", "token"));
    contenders.put("Java hello-world", hello("-XX:AOTCache="));
    contenders.put("gatepass token", List.of(image.resolve("bin/gatepass").toString(), "token"));
    var times = new LinkedHashMap<String, double[]>();
    contenders.keySet().forEach(name -> times.put(name, new double[rounds]));
    for (int round = -2; round < rounds; round++) {
      for (var it : contenders.entrySet()) {
        cacheToken();
        var took = once(it.getValue());
        if (round >= 0) {
          times.get(it.getKey())[round] = took;
        }
      }
    }
    return times;
  }

  /** Milliseconds from the start of the process to its end. */
  private double once(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_RUNTIME_DIR", runtime.toString());
    builder.environment().put("GH_CONFIG_DIR", home.resolve("gh").toString());
    var begin = System.nanoTime();
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + said);
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  private void print(Map<String, double[]> times) {
    var gh = median(times.get("gh auth token"));
    var hello = median(times.get("Java hello-world"));
    System.out.printf("%-18s %10s %8s %14s%n", "", "median ms", "to gh", "to hello-world");
    times.forEach((name, values) -> {
      var median = median(values);
      System.out.printf("%-18s %10.1f %8.2f %14.2f%n", name, median, median / gh, median / hello);
    });
  }

  private static double median(double[] values) {
    var sorted = Arrays.stream(values).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static void tool(String name, String... arguments) {
    if (ToolProvider.findFirst(name).orElseThrow().run(System.err, System.err, arguments) != 0) {
      throw new IllegalStateException(name);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    var paths = new ArrayList<Path>();
    try (var walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder()).forEach(paths::add);
    }
    for (var path : paths) {
      Files.delete(path);
    }
  }
}
