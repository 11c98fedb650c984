package io.gatepass.e2e.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A throw-away home with programs of its own, and the environment that goes with it. Nothing of the
 * machine's own environment comes in.
 */
public final class Sandbox {
  private static final Pattern CREDENTIALS =
      Pattern.compile("secret|lock|discovery|refus|login-|user-");

  private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

  private final Path root;
  private final Map<String, String> environment = new ConcurrentHashMap<>();

  private Sandbox(Path root) {
    this.root = root;
  }

  /** Makes a sandbox in an empty directory. */
  public static Sandbox in(Path root) {
    Sandbox sandbox = new Sandbox(root);
    sandbox.makeDirectories();
    sandbox.set("PATH", sandbox.bin() + ":/usr/bin:/bin");
    sandbox.set("HOME", sandbox.home().toString());
    sandbox.set("GATEPASS_HOME", sandbox.home().toString());
    return sandbox;
  }

  /** Everything is below this. */
  public Path root() {
    return root;
  }

  /** The user's home. */
  public Path home() {
    return root.resolve("home dir");
  }

  /** First on PATH. */
  public Path bin() {
    return root.resolve("bin");
  }

  /** Claude Code's settings. */
  public Path claudeSettings() {
    return home().resolve(".claude/settings.json");
  }

  /** The settings of gatepass. */
  public Path gatepassSettings() {
    return home().resolve(".config/gatepass/config.json");
  }

  /** Sets an environment variable for the programs that are started from now on. */
  public void set(String name, String value) {
    environment.put(name, value);
  }

  /** Takes an environment variable away. */
  public void unset(String name) {
    environment.remove(name);
  }

  /** The environment for a program that is started now. */
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** Puts a shell script on PATH. */
  public void program(String name, String script) {
    try {
      Path file = bin().resolve(name);
      Files.writeString(file, "#!/bin/sh\n" + script);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Installs Claude Code as far as gatepass can see it, with these settings. */
  public void installClaudeCode(String settings) {
    program("claude", "echo 2.1.330\n");
    try {
      Files.createDirectories(claudeSettings().getParent());
      Files.writeString(claudeSettings(), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file and directory of the user's home that is not gatepass's own, byte by byte. */
  public Map<String, String> userFiles() {
    Map<String, String> files = new TreeMap<>(files(home()));
    files.keySet().removeIf(name -> name.startsWith(".config") || name.startsWith(".local"));
    return files;
  }

  /** What setup leaves, without the files that concern credentials and without the time of day. */
  public Map<String, String> filesBesideCredentials() {
    Map<String, String> files = new TreeMap<>(files(home()));
    files.keySet().removeIf(name -> CREDENTIALS.matcher(name).find());
    files.replaceAll((_, content) -> TIME_OF_DAY.matcher(content).replaceAll("(then)"));
    return files;
  }

  /** Every file below a directory by its relative name; directories end in a slash. */
  public static Map<String, String> files(Path directory) {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        String name = directory.relativize(path).toString();
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          contents.put(name + "/", "");
        } else if (Files.isRegularFile(path)) {
          contents.put(name, Files.readString(path, ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  private void makeDirectories() {
    try {
      Files.createDirectories(home());
      Files.createDirectories(bin());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
