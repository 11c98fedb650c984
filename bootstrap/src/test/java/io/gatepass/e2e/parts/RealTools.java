package io.gatepass.e2e.parts;

import io.gatepass.e2e.image.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The tools themselves, in the versions that {@code src/test/npm/tools} names: some 900 megabytes,
 * kept in the user's cache from one build to the next.
 */
public final class RealTools {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path CACHE =
      Path.of(System.getProperty("user.home"), ".cache/gatepass-tests/tools");
  private static final String CPU =
      System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";

  private final Sandbox sandbox;

  private RealTools(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Puts the tools on a sandbox's PATH, each with its own directory as after its first run. */
  public static RealTools installIn(Sandbox sandbox) throws IOException, InterruptedException {
    new NpmModules(MODULE.resolve("src/test/npm/tools"), CACHE).install();
    return new RealTools(sandbox)
        .with("claude", ".claude", "@anthropic-ai/claude-code-linux-" + CPU + "/claude")
        .with("codex", ".codex", "@openai/codex/bin/codex.js")
        .with("gemini", ".gemini", "@google/gemini-cli/bundle/gemini.js");
  }

  private RealTools with(String name, String directory, String program) throws IOException {
    Files.createDirectories(sandbox.home().resolve(directory));
    Path file = CACHE.resolve("node_modules").resolve(program);
    Files.createSymbolicLink(sandbox.bin().resolve(name), file);
    return this;
  }
}
