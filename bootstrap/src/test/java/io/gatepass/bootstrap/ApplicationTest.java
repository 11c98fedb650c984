package io.gatepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.platform.Platform;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {
  private static final String SETTINGS = "{\n  // mine\n  \"theme\": \"dark\"\n}\n";

  @TempDir private Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void installClaudeCode() throws IOException {
    Path program = home.resolve(".local/bin/claude");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(toolSettings().getParent());
    Files.writeString(toolSettings(), SETTINGS);
  }

  @Test
  void setupAndTeardownLeaveTheToolAsItWas() {
    assertThat(setUp()).isZero();
    assertThat(toolSettings())
        .content()
        .contains("\"apiKeyHelper\": \"'/opt/gate pass/bin/gatepass' token\"");

    assertThat(run("teardown")).isZero();
    assertThat(toolSettings()).hasContent(SETTINGS);
  }

  @Test
  void brokenSettingsDoNotKeepATeardownFromPuttingFilesBack() throws IOException {
    setUp();
    Files.writeString(home.resolve(".config/gatepass/config.json"), "{ \"issuer\": ");

    assertThat(run("teardown")).isZero();
    assertThat(toolSettings()).hasContent(SETTINGS);

    assertThat(run("teardown", "--purge-tokens")).isEqualTo(1);
    assertThat(err.toString()).contains("config.json, line 1");
  }

  @Test
  void brokenSettingsFailATokenWithTheirOwnReason() throws IOException {
    setUp();
    Files.writeString(home.resolve(".config/gatepass/config.json"), "{ \"issuer\": ");

    assertThat(run("token")).isEqualTo(1);
    assertThat(err.toString()).contains("config.json, line 1").doesNotContain("Unexpected");
    assertThat(out.toString()).isEmpty();
  }

  private int setUp() {
    return run(
        "setup",
        "--lazy",
        "--gateway-url",
        "https://llm.example.com",
        "--issuer",
        "https://auth.example.com",
        "--client-id",
        "gatepass",
        "--anthropic-path-prefix",
        "/anthropic");
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Application.over(world()).cli().run(args);
  }

  private World world() {
    return new World(
        new Platform(
            Platform.Os.LINUX,
            home.toString(),
            Map.of("GATEPASS_SECRETS_PROVIDER", "memory", "PATH", "/usr/bin:/bin")),
        new Terminal(new PrintWriter(out), new PrintWriter(err), false, home.toString()),
        InstantSource.system(),
        "/opt/gate pass/bin/gatepass",
        Optional.empty(),
        Optional.empty(),
        Optional::empty);
  }

  private Path toolSettings() {
    return home.resolve(".claude/settings.json");
  }
}
