package io.gatepass.bootstrap.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packages that the build makes, by the programs that users install them with. */
@Tag("acceptance")
class DebianPackageIT {
  private static final Path TARGET = Path.of(System.getProperty("gatepass.image")).getParent();
  private static final long MOST_BYTES = 60_000_000;

  /** As a tool's next call finds it: settings and a token by variables. */
  private static final Map<String, String> TOKEN_AT_HAND =
      Map.of(
          "PATH", "/usr/bin:/bin",
          "GATEPASS_GATEWAY_URL", "https://g.test",
          "GATEPASS_ISSUER", "https://i.test",
          "GATEPASS_CLIENT_ID", "c",
          "GATEPASS_ACCESS_TOKEN", "given");

  @TempDir private Path root;

  @BeforeEach
  void makeASystemWithoutPackages() throws IOException {
    var admin = root.resolve("var/lib/dpkg");
    Files.createDirectories(admin.resolve("info"));
    Files.createDirectories(admin.resolve("updates"));
    Files.createFile(admin.resolve("status"));
  }

  @Test
  void whatIsInstalledStartsThroughItsLinkWithItsAotCache() throws Exception {
    install();
    var program = root.resolve("usr/bin/gatepass").toString();

    assertThat(run(program, "--version")).startsWith("gatepass 0.");
    assertThat(run(program, "token")).isEqualTo("given\n");
    // Fails where the jars' times are not the ones that the cache was made with.
    var strict = Files.createDirectory(root.resolve("strict")).resolve("gatepass");
    var home = root.resolve("usr/lib/gatepass");
    Files.writeString(
        strict,
        Files.readString(home.resolve("bin/gatepass"))
            .replace("-Xlog:disable", "-Xlog:disable -XX:AOTMode=on")
            .replaceAll("(?m)^self=.*", "self=" + home + "/bin/gatepass"));
    assertThat(run("/bin/sh", strict.toString(), "token")).isEqualTo("given\n");
    assertThat(run("/bin/sh", strict.toString(), "--version")).startsWith("gatepass 0.");
  }

  @Test
  void everyCommandHasAManualPageAndBashCompletesThem() throws Exception {
    install();

    var page = root.resolve("usr/share/man/man1/gatepass-setup.1.gz");
    try (var in = new GZIPInputStream(Files.newInputStream(page))) {
      assertThat(new String(in.readAllBytes(), UTF_8)).contains("\\-\\-gateway\\-url");
    }
    var script = root.resolve("usr/share/bash-completion/completions/gatepass");
    var ask =
        "source '"
            + script
            + "'; COMP_WORDS=(gatepass to); COMP_CWORD=1; _complete_gatepass; echo ${COMPREPLY[@]}";
    assertThat(run("/bin/bash", "-c", ask + "; complete -p gatepass"))
        .isEqualTo("tools token\ncomplete -o default -F _complete_gatepass gatepass\n");
    assertThat(root.resolve("usr/share/zsh/vendor-completions/_gatepass"))
        .content()
        .startsWith("#compdef gatepass\n");
    assertThat(root.resolve("usr/share/doc/gatepass/copyright")).content().contains("Apache");
  }

  @Test
  void nothingStaysWhenItIsRemoved() throws Exception {
    install();

    dpkg("--purge", "gatepass");

    try (Stream<Path> rest = Files.walk(root)) {
      assertThat(rest.map(root::relativize).filter(it -> it.toString().contains("gatepass")))
          .isEmpty();
    }
  }

  @Test
  void theDownloadIsSmallAndRunsWhereItIsUnpacked() throws Exception {
    var archive = single("gatepass-*.tar.gz");
    assertThat(Files.size(archive)).isLessThan(MOST_BYTES);

    run("tar", "-xzf", archive.toString(), "-C", root.toString());

    try (var folders = Files.newDirectoryStream(root, "gatepass-*")) {
      var program = folders.iterator().next().resolve("bin/gatepass").toString();
      assertThat(run(program, "token")).isEqualTo("given\n");
    }
  }

  /** Into the folder, whose package database knows nothing that the package depends on. */
  private void install() throws Exception {
    dpkg("--force-depends", "--install", single("gatepass_*.deb").toString());
  }

  private void dpkg(String... arguments) throws Exception {
    var command =
        new ArrayList<>(
            List.of("dpkg", "--root=" + root, "--force-not-root", "--log=" + root + "/dpkg.log"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    run(builder);
  }

  private static Path single(String glob) throws IOException {
    try (var files = Files.newDirectoryStream(TARGET, glob)) {
      var found = new ArrayList<Path>();
      files.forEach(found::add);
      assertThat(found).hasSize(1);
      return found.getFirst();
    }
  }

  private String run(String... command) throws Exception {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(TOKEN_AT_HAND);
    builder.environment().put("HOME", root.toString());
    return run(builder);
  }

  private static String run(ProcessBuilder builder) throws Exception {
    var process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
