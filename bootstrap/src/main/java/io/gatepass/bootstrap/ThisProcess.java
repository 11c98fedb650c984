package io.gatepass.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.adapters.fs.secret.encrypted.PassphrasePrompt;
import io.gatepass.adapters.fs.session.Launch;
import io.gatepass.adapters.fs.session.UserSession;
import io.gatepass.bootstrap.fasttoken.FastToken;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Reads the world from this process. The only place that touches the standard streams. */
final class ThisProcess {
  private ThisProcess() {}

  static World world() {
    Platform platform = platform(System.getenv());
    return new World(
        platform,
        terminal(platform),
        InstantSource.system(),
        executable(),
        launch(),
        prompt(console()),
        () -> Optional.ofNullable(System.inheritedChannel()));
  }

  /** The short way of {@code gatepass token}, which needs little of this process. */
  static FastToken fastToken(Map<String, String> environment) {
    Platform platform = platform(environment);
    return new FastToken(
        platform,
        terminal(platform),
        InstantSource.system(),
        launch(),
        Boolean.getBoolean("gatepass.compiled"));
  }

  /** The Unix launcher knows its own number and that of the process that has run it. */
  private static Optional<Launch> launch() {
    Long process = Long.getLong("gatepass.process");
    Long parent = Long.getLong("gatepass.parent");
    return process == null || parent == null
        ? Optional.empty()
        : Optional.of(new Launch(process, parent));
  }

  private static Platform platform(Map<String, String> environment) {
    Os os = Os.ofName(System.getProperty("os.name"));
    return UserSession.completed(
        new Platform(
            os, home(os, environment), environment, Optional.of(System.getProperty("user.dir"))));
  }

  /** Tools go by HOME, not by the user database that Java asks. */
  private static String home(Os os, Map<String, String> environment) {
    String variable = os == Os.WINDOWS ? "USERPROFILE" : "HOME";
    return given(environment, "GATEPASS_HOME")
        .or(() -> given(environment, variable))
        .orElseGet(() -> System.getProperty("user.home"));
  }

  private static Optional<String> given(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
  }

  private static Terminal terminal(Platform platform) {
    Charset charset = charset(platform.os());
    return new Terminal(
        writer(FileDescriptor.out, charset),
        writer(FileDescriptor.err, charset),
        interactive(),
        platform.home());
  }

  /** The Unix launcher looks at stderr; without it the console has to do. */
  private static boolean interactive() {
    String known = System.getProperty("gatepass.terminal");
    return known == null ? console().isPresent() : Boolean.parseBoolean(known);
  }

  @SuppressWarnings("SystemConsoleNull") // it is null in a runtime without jdk.internal.le
  private static Optional<Console> console() {
    Console console = System.console();
    return console != null && console.isTerminal() ? Optional.of(console) : Optional.empty();
  }

  private static Optional<PassphrasePrompt> prompt(Optional<Console> console) {
    return console.map(it -> question -> ask(it, question));
  }

  private static Optional<Secret> ask(Console console, String question) {
    char[] typed = console.readPassword("%s: ", question);
    if (typed == null || typed.length == 0) {
      return Optional.empty();
    }
    Secret secret = Secret.of(new String(typed));
    Arrays.fill(typed, '\0');
    return Optional.of(secret);
  }

  /** Unix terminals show UTF-8, also where the locale says nothing; Windows has its code pages. */
  private static Charset charset(Os os) {
    String name = System.getProperty("stdout.encoding");
    return os == Os.WINDOWS && name != null ? Charset.forName(name) : UTF_8;
  }

  private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
    return new PrintWriter(new FileOutputStream(descriptor), false, charset);
  }

  /** The launcher says where it is; without one (an IDE) the name has to do. */
  private static String executable() {
    return System.getProperty("gatepass.launcher", "gatepass");
  }
}
