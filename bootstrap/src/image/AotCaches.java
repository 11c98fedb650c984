import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The image's AOT caches, each trained on what it is for (JEP 483, 514). */
final class AotCaches {
  private final Path image;
  private final String jar;

  /**
   * The caches of an image that is whole but for them.
   *
   * @param jar the file name of the jar with the main classes
   */
  AotCaches(Path image, String jar) {
    this.image = image;
    this.jar = jar;
  }

  /** Those of an earlier build, which hold for other jars. */
  void delete() throws IOException {
    for (var cache : List.of("gatepass.aot", "token.aot", "store.aot", "proxy.aot")) {
      Files.deleteIfExists(image.resolve("lib", cache));
    }
  }

  /**
   * Runs the program in an empty home without a display, once for each cache, and keeps what its
   * JVM has loaded and linked (JEP 514). A cache holds for these very jars, with their times,
   * wherever they are.
   */
  void train() throws IOException, InterruptedException {
    var home = Files.createTempDirectory("gatepass-training");
    try {
      trainCommands(Files.createDirectory(home.resolve("commands")));
      var program = List.of(Options.TOKEN_MAIN, "token");
      try (var cached = new CachedToken(home)) {
        train("token.aot", Options.tokenJvm(), home, cached.environment(), program);
      }
      if (Options.isLinux()) {
        trainStores(Files.createDirectory(home.resolve("stores")));
      }
      if (File.separatorChar == '/') {
        // Elsewhere no process can be asked to end, and only one that ends leaves a cache.
        trainProxy(Files.createDirectory(home.resolve("proxy")));
      }
    } finally {
      Folders.delete(home);
    }
  }

  private void trainCommands(Path home) throws IOException, InterruptedException {
    try (var training = new CommandTraining(home)) {
      var program = new ArrayList<>(List.of(Options.REHEARSAL));
      program.addAll(training.lines());
      train("gatepass.aot", Options.jvm(), home, training.environment(), program);
    }
  }

  private void trainStores(Path home) throws IOException, InterruptedException {
    try (var training = new StoreTraining(home)) {
      var signIn = List.of(image.resolve("bin/gatepass").toString(), "token");
      run(signIn, training.toSignIn(), training.signingIn());
      var program = new ArrayList<>(List.of(Options.TOKEN_REHEARSAL));
      program.addAll(training.users());
      train("store.aot", Options.compiledTokenJvm(), home, Map.of(), program);
    }
    // The launcher starts it with the interpreter, too.
    check("store.aot", Options.tokenJvm(), home);
  }

  private void trainProxy(Path home) throws IOException, InterruptedException {
    try (var training = new ProxyTraining(home)) {
      var setup = new ArrayList<>(List.of(image.resolve("bin/gatepass").toString()));
      setup.addAll(training.setup());
      run(setup, home, training.environment());
      var command =
          command("proxy.aot", Options.proxyTraining(), List.of(Options.MAIN, "proxy", "start"));
      var proxy = start(command, home, training.environment());
      training.use(proxy);
      awaitSuccess(proxy, command, home);
    }
    check("proxy.aot", Options.proxyJvm(), home);
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
    run(byShell, home, environment);
    check(cache, options, home);
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
    command.addAll(List.of(Options.MAIN, "--version"));
    run(command, home, Map.of());
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

  private static void run(List<String> command, Path home, Map<String, String> environment)
      throws IOException, InterruptedException {
    awaitSuccess(start(command, home, environment), command, home);
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
}
