package io.gatepass.e2e.survival.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.inject.Module;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.bootstrap.Application;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.Settings;
import io.gatepass.e2e.survival.mortal.MortalSecrets;
import io.gatepass.e2e.survival.mortal.Mortality;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A home in which the whole program runs, may be killed, and is put back to any moment. */
final class Bench {
  private final Path home;
  private final Path bin;
  private final MortalSecrets secrets = new MortalSecrets();
  private final InstantSource clock;

  /** A bench on which time stands still. */
  Bench(Path root) throws IOException {
    this(root, InstantSource.fixed(Instant.EPOCH));
  }

  /** A bench with that clock. */
  Bench(Path root, InstantSource clock) throws IOException {
    this.clock = clock;
    home = root.resolve("home dir");
    bin = Files.createDirectories(root.resolve("bin"));
    for (String tool : List.of("claude", "gemini")) {
      Path program = Files.writeString(bin.resolve(tool), "#!/bin/sh\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** A run that came to its end. */
  record Run(int exitCode, String said) {}

  Run run(List<String> command) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int exitCode = application(writer).cli().run(command.toArray(String[]::new));
    return new Run(exitCode, said.toString());
  }

  /** What a sign-in leaves: tokens in the keychain, for what the settings say. */
  void signIn(TokenSet tokens) {
    Application application = application(new PrintWriter(new StringWriter()));
    CredentialScope scope = Connection.of(application.get(Settings.class)).scope();
    application.get(TokenStore.class).save(scope, tokens);
  }

  private Application application(PrintWriter writer) {
    Platform platform =
        new Platform(
            Os.LINUX,
            home.toString(),
            Map.of("PATH", bin.toString(), "GATEPASS_HOME", home.toString()));
    World world =
        new World(
            platform,
            new Terminal(writer, writer, false, home.toString()),
            clock,
            "/opt/gatepass/bin/gatepass",
            Optional.empty(),
            Optional.empty(),
            Optional::empty);
    Module keychain = binder -> binder.bind(SecretStore.class).toInstance(secrets);
    return Application.over(world, keychain);
  }

  /** The calls of a run that is left alone. */
  List<String> calls(List<String> command) {
    return Mortality.calls(() -> run(command));
  }

  /** Runs and is killed before that call. */
  boolean kills(int call, List<String> command) {
    boolean killed = Mortality.kills(call, () -> run(command));
    forgetLocks();
    return killed;
  }

  /** What excludes the threads of a process from each other does not outlive it. */
  private static void forgetLocks() {
    try {
      Field held = FileLocks.class.getDeclaredField("IN_PROCESS");
      held.setAccessible(true);
      ((Map<?, ?>) held.get(null)).clear();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets a secret whose key ends like that, as if it had expired. */
  void forgetSecret(String end) {
    Map<String, Secret> content = new TreeMap<>(secrets.content());
    content.keySet().removeIf(key -> key.endsWith(end));
    secrets.restore(content);
  }

  /** What there is now. */
  State state() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(home)) {
      for (Path path : paths.filter(it -> !it.equals(home)).toList()) {
        String name = home.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          files.put(name, State.LINK + Files.readSymbolicLink(path));
        } else if (Files.isDirectory(path)) {
          files.put(name + "/", "");
        } else {
          files.put(name, Files.readString(path, ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new State(files, secrets.content());
  }

  /** Makes everything as it was then. */
  void restore(State state) {
    try {
      clear();
      Files.createDirectories(home);
      for (String name : state.files().keySet()) {
        restore(state, name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    secrets.restore(state.secrets());
  }

  private void restore(State state, String name) throws IOException {
    Path path = home.resolve(name);
    String content = state.files().get(name);
    if (name.endsWith("/")) {
      Files.createDirectories(path);
    } else {
      Files.createDirectories(path.getParent());
      if (content.startsWith(State.LINK)) {
        Files.createSymbolicLink(path, Path.of(content.substring(State.LINK.length())));
      } else {
        Files.write(path, state.bytes(name));
      }
    }
  }

  private void clear() throws IOException {
    if (!Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(home)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
