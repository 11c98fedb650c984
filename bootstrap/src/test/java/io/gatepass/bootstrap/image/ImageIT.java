package io.gatepass.bootstrap.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.world.BuildInfo;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageIT {

  private static final Path IMAGE = Path.of(System.getProperty("gatepass.image"));
  private static final Map<String, String> BARE = Map.of("PATH", "/usr/bin:/bin");

  @TempDir private Path folder;

  @Test
  void theImageStartsInABareEnvironment() throws Exception {
    // When
    var run = run(BARE, IMAGE.resolve("bin/gatepass"), "--version");

    // Then
    assertThat(run).startsWith("gatepass 0.").contains("JDK 25").endsWith(")\n");
  }

  @Test
  void aCopyStartsFromAPathWithSpacesQuotesAndAccentsThroughLinks() throws Exception {
    // Given
    var awkward = Files.createDirectory(folder.resolve("the \"José's\" place"));
    run(BARE, Path.of("/bin/cp"), "-a", IMAGE.toString(), awkward.toString());
    var program = awkward.resolve("gatepass/bin/gatepass");
    var absolute = Files.createSymbolicLink(awkward.resolve("first"), program);
    var relative = Files.createSymbolicLink(awkward.resolve("second"), absolute.getFileName());

    // When
    var run = run(BARE, relative, "--version");

    // Then
    assertThat(run).startsWith("gatepass 0.");
  }

  @Test
  void optionsMeantForOtherJavaProgramsDoNotReachIt() throws Exception {
    // Given
    var environment =
        Map.of(
            "PATH", "/usr/bin:/bin",
            "JAVA_TOOL_OPTIONS", "-Dtool=1",
            "JDK_JAVA_OPTIONS", "-Djdk=1",
            "_JAVA_OPTIONS", "-Djava=1");

    // When
    var run = run(environment, IMAGE.resolve("bin/gatepass"), "--version");

    // Then
    assertThat(run.lines()).hasSize(1);
    assertThat(run).startsWith("gatepass 0.");
  }

  @ParameterizedTest
  @CsvSource({
    "gatepass, gatepass, -XX:TieredStopAtLevel=1, Main --version, gatepass 0.",
    "gatepass, gatepass, -XX:Tier4InvocationThreshold=100000, Main --version, gatepass 0.",
    "token, $cache, -Xint, TokenMain token, given",
    "store, $cache, -Xint, TokenMain token, given",
    "store, $cache, -XX:-TieredCompilation, TokenMain token, given"
  })
  void theAotCachesHoldForACopyToo(
      String cache, String written, String compiler, String program, String printed)
      throws Exception {
    // Given
    run(BARE, Path.of("/bin/cp"), "-a", IMAGE.toString(), folder.toString());
    var copy = folder.resolve("gatepass");
    var launcher = Files.readString(copy.resolve("bin/gatepass"));
    var options =
        launcher.replaceAll(
            "(?s).*runtime/bin/java\" ([^\n]*) \\\\\n[^\n]*" + Pattern.quote(written) + ".aot.*",
            "$1");
    // Fails instead of going on without it.
    var strict =
        options + " -XX:AOTMode=on -XX:AOTCache=" + copy.resolve("lib/" + cache + ".aot") + " -cp ";
    var jar = copy.resolve("lib/gatepass-bootstrap-" + version() + ".jar");
    var command =
        copy.resolve("runtime/bin/java ") + strict + jar + " io.gatepass.bootstrap." + program;

    // When
    var configured =
        Map.of(
            "compiler", compiler,
            "GATEPASS_HOME", folder.toString(),
            "GATEPASS_GATEWAY_URL", "https://g.test",
            "GATEPASS_ISSUER", "https://i.test",
            "GATEPASS_CLIENT_ID", "c",
            "GATEPASS_ACCESS_TOKEN", "given");
    var run = run(configured, Path.of("/bin/sh"), "-c", command);

    // Then
    assertThat(run).startsWith(printed);
  }

  @Test
  void theRuntimeHasEveryModuleThatOurClassesNeed() throws Exception {
    // Given
    var modules = run(BARE, IMAGE.resolve("runtime/bin/java"), "--list-modules");
    var jars = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(IMAGE.resolve("lib"), "gatepass-*.jar")) {
      files.forEach(jar -> jars.add(jar.toString()));
    }

    // When
    var arguments = new ArrayList<>(List.of("--print-module-deps", "--ignore-missing-deps"));
    arguments.addAll(jars);
    var printed = new StringWriter();
    var jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    var writer = new PrintWriter(printed);
    var exit = jdeps.run(writer, writer, arguments.toArray(String[]::new));

    // Then
    assertThat(exit).as(printed.toString()).isZero();
    assertThat(printed.toString().strip().split(","))
        .isNotEmpty()
        .allSatisfy(module -> assertThat(modules).contains(module + "@"));
  }

  private static String version() throws IOException {
    return BuildInfo.load().version();
  }

  /** Runs the program and gives what it printed, on stdout and stderr together. */
  private String run(Map<String, String> environment, Path program, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(new File("/"));
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
