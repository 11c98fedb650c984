package io.gatepass.bootstrap.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
