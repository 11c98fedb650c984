package io.gatepass.bootstrap.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A home in the system's directory for temporary files, with Claude Code in it as far as gatepass
 * can see. Nothing outside is touched, and nothing of it stays.
 */
final class DemoSandbox implements AutoCloseable {
  private static final String SETTINGS =
      """
      {
        // The demo's settings of Claude Code: comments and spacing are the user's own.
        "model": "opus",
        "permissions": { "allow": [ "Bash(ls:*)" ] }, /* as decided in May */
        "env": {
          "EDITOR": "vi",
        },
      }
      """;

  /** Variables that would lead out of the sandbox. */
  private static final List<String> FOREIGN =
      List.of("GATEPASS_", "CLAUDE_", "CODEX_", "GEMINI_", "ANTHROPIC_", "OPENAI_");

  private final Path root;
  private final Platform outside;

  private DemoSandbox(Path root, Platform outside) {
    this.root = root;
    this.outside = outside;
  }

  /**
   * Makes one.
   *
   * @throws StorageFailed if there is no room for it
   */
  static DemoSandbox make(Platform outside) {
    try {
      DemoSandbox sandbox = new DemoSandbox(Files.createTempDirectory("gatepass-demo-"), outside);
      Files.createDirectories(sandbox.settings().getParent());
      Files.writeString(sandbox.settings(), SETTINGS);
      sandbox.installClaudeCode();
      return sandbox;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** The home. */
  Path home() {
    return root.resolve("home");
  }

  /** Claude Code's directory. */
  Path claude() {
    return home().resolve(".claude");
  }

  /** Claude Code's settings. */
  Path settings() {
    return claude().resolve("settings.json");
  }

  /** What stands in them. */
  String settingsText() {
    return text(settings());
  }

  /** Removes them: the real Claude Code (2.1.330) refuses a file with comments as a whole. */
  void removeSettings() {
    try {
      Files.deleteIfExists(settings());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** A machine policy that does not exist: that of the real machine is not for the demo. */
  Path policy() {
    return root.resolve("policy.json");
  }

  /** The machine as gatepass sees it from inside. */
  Platform platform() {
    Map<String, String> environment = new HashMap<>(outside.environment());
    environment.keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
    environment.put("GATEPASS_HOME", home().toString());
    environment.put("NO_PROXY", "*");
    environment.put("PATH", bin() + File.pathSeparator + outside.variable("PATH").orElse(""));
    return new Platform(outside.os(), home().toString(), environment);
  }

  /** The SHA-256 of every name and byte in Claude Code's directory. */
  String fingerprint() {
    try (Stream<Path> paths = Files.walk(claude())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path path : paths.sorted().toList()) {
        digest.update(claude().relativize(path).toString().getBytes(UTF_8));
        digest.update(Files.isDirectory(path) ? new byte[0] : Files.readAllBytes(path));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw failed(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Deletes it; no complaint where it is gone already. */
  @Override
  public void close() {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Path bin() {
    return root.resolve("bin");
  }

  /** A program that is never run: that it is there is enough. */
  private void installClaudeCode() throws IOException {
    String name = outside.os() == Os.WINDOWS ? "claude.exe" : "claude";
    Path program = Files.createDirectories(bin()).resolve(name);
    Files.writeString(program, "#!/bin/sh\nexit 1\n");
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static StorageFailed failed(IOException cause) {
    return new StorageFailed(
        "The demo's home cannot be made, read or deleted: " + cause.getMessage() + ".",
        "Make room in the directory for temporary files, and run gatepass demo again.",
        cause);
  }
}
