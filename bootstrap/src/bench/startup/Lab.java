import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Homes with settings, tokens and tools; gh, a hello-world, and gatepass in them. */
final class Lab implements AutoCloseable {
  private static final String BUS = "DBUS_SESSION_BUS_ADDRESS";

  private final Path image;
  private final Path folder = Files.createTempDirectory("startup-bench");
  private final Path runtime = Files.createTempDirectory(Path.of("/dev/shm"), "startup-bench");
  private final LocalIssuer issuer = new LocalIssuer();

  Lab(Path image) throws IOException {
    this.image = image;
    compileHello();
  }

  List<Contender> contenders() throws Exception {
    var contenders = new ArrayList<>(List.of(gh(), hello(), warm(), refreshed()));
    if (System.getenv(BUS) != null) {
      contenders.add(3, fromKeychain());
      contenders.add(setUpWithKeychain());
    }
    contenders.add(setUpWithFile());
    return contenders;
  }

  private Contender gh() throws IOException {
    write(folder.resolve("gh/hosts.yml"), "github.com:\n    oauth_token: gho_token\n");
    var environment = environment("gh", Map.of("GH_CONFIG_DIR", folder.resolve("gh").toString()));
    return new Contender(
        "gh auth token", "", List.of("gh", "auth", "token"), environment, () -> {});
  }

  private void compileHello() throws IOException {
    var source = folder.resolve("Hello.java");
    write(source, "class Hello { public static void main(String[] a) { System.out.println(1); } }");
    tool("javac", "-d", folder.toString(), source.toString());
    tool(
        "jar", "--create", "--file", folder + "/hello.jar", "-C", folder.toString(), "Hello.class");
  }

  private Contender hello() throws Exception {
    var environment = environment("hello", Map.of());
    new Contender("", "", hello("-XX:AOTCacheOutput="), environment, () -> {}).milliseconds();
    return new Contender("Java hello-world", "", hello("-XX:AOTCache="), environment, () -> {});
  }

  /** On the options of the JVM that answers {@code gatepass token}. */
  private List<String> hello(String option) throws IOException {
    var launcher = Files.readString(image.resolve("bin/gatepass"));
    var options =
        launcher
            .replaceAll("(?s).*?runtime/bin/java\" ([^\n]*) \\\\\n.*", "$1")
            .replace("$compiler", "-Xint");
    var command = new ArrayList<>(List.of(image.resolve("runtime/bin/java").toString()));
    command.addAll(List.of(options.split(" ")));
    command.addAll(
        List.of(option + folder.resolve("hello.aot"), "-cp", folder + "/hello.jar", "Hello"));
    return command;
  }

  private Contender warm() throws IOException {
    settings("warm", "https://i.test", "");
    return gatepass("gatepass token", "<= 1.0 gh, <= 1.6 hello", "warm", Map.of(), this::cache);
  }

  /** A token that was got 20 minutes ago, which no tool has asked for in these seconds. */
  private void cache() throws IOException {
    var scope = "https://g.test\0https://i.test\0c\0";
    var file = runtime.resolve("gatepass/%08x".formatted(scope.hashCode()));
    var issued = System.currentTimeMillis() - 1_200_000;
    write(
        Path.of(file + ".access"),
        scope + "\0v1 " + issued + " " + (issued + 3_600_000) + " token");
    write(Path.of(file + ".asked"), "");
  }

  private Contender fromKeychain() throws Exception {
    settings("keychain", issuer.url(), ", \"secrets\": {\"runtimeCache\": false}");
    var own = Files.createDirectory(runtime.resolve("of-keychain")); // no cache in it
    var bus = Map.of(BUS, System.getenv(BUS), "XDG_RUNTIME_DIR", own.toString());
    var first = new HashMap<>(bus);
    first.put("GATEPASS_REFRESH_TOKEN", "any");
    gatepass("", "", "keychain", first, () -> {}, "token").milliseconds();
    return gatepass("gatepass token, keychain", "<= 1.6 gh", "keychain", bus, this::noHandOuts);
  }

  /** Else the token of a moment ago seems to have been turned down. */
  private void noHandOuts() throws IOException {
    var state = folder.resolve("keychain/.local/state/gatepass");
    try (var files = Files.newDirectoryStream(state, "*.asked")) {
      for (var file : files) {
        Files.writeString(file, "");
      }
    }
  }

  private Contender refreshed() throws IOException {
    settings("refresh", issuer.url(), "");
    return gatepass(
        "gatepass token, one refresh",
        "<= 350 ms",
        "refresh",
        Map.of("GATEPASS_REFRESH_TOKEN", "any"),
        () -> deleteTree(runtime.resolve("gatepass")));
  }

  private Contender setUpWithFile() {
    return setUp(
        "gatepass setup --lazy, 8 tools, encrypted file",
        "setup-file",
        Map.of("GATEPASS_SECRETS_PROVIDER", "encrypted-file", "GATEPASS_PASSPHRASE", "bench"));
  }

  private Contender setUpWithKeychain() {
    return setUp(
        "gatepass setup --lazy, 8 tools", "setup-keychain", Map.of(BUS, System.getenv(BUS)));
  }

  /** Five of the tools that gatepass knows and three defined by the user. */
  private Contender setUp(String name, String folderName, Map<String, String> store) {
    var home = folder.resolve(folderName);
    var environment = new HashMap<>(store);
    environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
    return gatepass(
        name,
        "<= 600 ms",
        folderName,
        environment,
        () -> new Tools(home).install(),
        "setup",
        "--lazy",
        "--gateway-url=https://g.test",
        "--issuer=https://i.test",
        "--client-id=c",
        "--models=one,two");
  }

  private Contender gatepass(
      String name, String aim, String home, Map<String, String> more, Contender.Step before) {
    return gatepass(name, aim, home, more, before, "token");
  }

  private Contender gatepass(
      String name,
      String aim,
      String home,
      Map<String, String> more,
      Contender.Step before,
      String... arguments) {
    var command = new ArrayList<>(List.of(image.resolve("bin/gatepass").toString()));
    command.addAll(List.of(arguments));
    return new Contender(name, aim, command, environment(home, more), before);
  }

  private Map<String, String> environment(String home, Map<String, String> more) {
    var environment = new HashMap<String, String>();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", folder.resolve(home).toString());
    environment.put("XDG_RUNTIME_DIR", runtime.toString());
    environment.putAll(more);
    return environment;
  }

  private void settings(String home, String issuer, String more) throws IOException {
    write(
        folder.resolve(home).resolve(".config/gatepass/config.json"),
        """
        {"gatewayUrl": "https://g.test", "issuer": "%s", "clientId": "c"%s}
        """
            .formatted(issuer, more));
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static void tool(String name, String... arguments) {
    if (ToolProvider.findFirst(name).orElseThrow().run(System.err, System.err, arguments) != 0) {
      throw new IllegalStateException(name);
    }
  }

  static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (var walk = Files.walk(tree)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    issuer.close();
    deleteTree(folder);
    deleteTree(runtime);
  }
}
