package io.gatepass.adapters.fs.tool;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.adapters.fs.tool.detect.DefinedToolCatalog;
import io.gatepass.adapters.fs.tool.detect.PlatformPaths;
import io.gatepass.adapters.fs.tool.override.Registry;
import io.gatepass.adapters.fs.tool.plan.ToolPlanner;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.tool.DetectedTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A machine with any of the systems, below a temporary directory. */
public final class Machine {
  public static final Instant SINCE = Instant.parse("2026-11-01T08:00:00Z");

  private final Path root;
  private final Os os;
  private final Set<String> policies = new HashSet<>();
  private final Map<String, String> environment = new HashMap<>();

  private Optional<String> workFolder = Optional.empty();

  public Machine(Path root, Os os) {
    this.root = root;
    this.os = os;
  }

  public Path home() {
    return root.resolve("home/ada");
  }

  public Path root() {
    return root;
  }

  public Machine with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  /** An administrator's policy in the registry of Windows. */
  public Machine withPolicy(String key) {
    policies.add(key);
    return this;
  }

  /** Gives commands in that folder from now on. */
  public Machine workingIn(Path folder) {
    workFolder = Optional.of(folder.toString());
    return this;
  }

  /** Puts a program somewhere: with a suffix on Windows. */
  public Path install(Path directory, String name) throws IOException {
    Files.createDirectories(directory);
    Path program =
        Files.writeString(directory.resolve(os == Os.WINDOWS ? name + ".exe" : name), "");
    program.toFile().setExecutable(true);
    return program;
  }

  /** Claude Code where its installer puts it, run at least once. */
  public Machine withClaudeCode() throws IOException {
    var _ = install(home().resolve(".local/bin"), "claude");
    var _ = Files.createDirectories(home().resolve(".claude"));
    return this;
  }

  /** Claude Code's settings, as the user has them. */
  public Machine withSettings(String text) throws IOException {
    Files.writeString(claudeSettings(), text);
    return this;
  }

  public Path state() {
    return home().resolve(".local/state/gatepass");
  }

  public DetectedTool claudeCode() {
    return new DefinedToolCatalog(ToolDefinitions.bundled(), paths()).detect().getFirst();
  }

  public ToolPlanner planner(ToolDefinitions definitions) {
    return new ToolPlanner(definitions, paths(), registry(), state(), () -> SINCE);
  }

  public LosslessToolConfigEditor editor(ToolDefinitions definitions) {
    return new LosslessToolConfigEditor(
        planner(definitions), new FileLocks(state().resolve("locks"), System::nanoTime));
  }

  public Path claudeSettings() {
    return home().resolve(".claude/settings.json");
  }

  public Platform platform() {
    return new Platform(os, home().toString(), environment, workFolder);
  }

  public Registry registry() {
    return policies::contains;
  }

  public PlatformPaths paths() {
    return new PlatformPaths(platform(), root);
  }
}
