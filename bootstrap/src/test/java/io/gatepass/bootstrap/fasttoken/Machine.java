package io.gatepass.bootstrap.fasttoken;

import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.secret.SecretStores;
import io.gatepass.adapters.fs.secret.token.RuntimeCache;
import io.gatepass.adapters.fs.secret.token.SecretTokenStore;
import io.gatepass.adapters.fs.session.FileHandOuts;
import io.gatepass.adapters.fs.session.Launch;
import io.gatepass.application.port.InMemorySecretStore;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.bootstrap.Application;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.gateway.GatewayUrl;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.ClientRegistration;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.Scopes;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user's machine on which both ways to a token can be gone. */
final class Machine {
  static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  final Map<String, String> environment = new HashMap<>();

  /** Whether the short way's JVM compiles. */
  boolean compiled;

  private final Path home;
  private final Path runtime;

  Machine(Path home, Path runtime) throws IOException {
    this.home = home;
    this.runtime = runtime;
    environment.put("XDG_RUNTIME_DIR", runtime.toString());
    // Nothing of this machine's own session may answer.
    environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home.resolve("no-bus"));
    Files.createDirectories(settings().getParent());
    Files.createDirectories(runtime.resolve("gatepass"));
    Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
    configure("\"gatewayUrl\": \"https://llm.example.com\", \"clientId\": \"gatepass\"");
  }

  /** Writes the settings: the issuer and these members. */
  void configure(String members) throws IOException {
    settings("{ \"issuer\": \"https://auth.example.com\", " + members + " }\n");
  }

  void settings(String text) throws IOException {
    Files.writeString(settings(), text);
  }

  Path settings() {
    return home.resolve(".config/gatepass/config.json");
  }

  Path runtime() {
    return runtime;
  }

  /** Puts a token into the runtime cache; the life is counted from NOW. */
  void cache(Duration age, Duration left) throws IOException {
    RuntimeCache cache = new RuntimeCache(Optional.of(runtime.resolve("gatepass")), true);
    save(new SecretTokenStore(new InMemorySecretStore(), cache, platform()), age, left);
  }

  private static void save(TokenStore tokens, Duration age, Duration left) {
    AccessToken token = new AccessToken(Secret.of("cached"), NOW.minus(age), NOW.plus(left));
    tokens.save(scope(), new TokenSet(token, Optional.empty(), Optional.empty()));
  }

  /** Puts a token into the encrypted file, on a machine that has no other place for it. */
  void encrypt(Duration age, Duration left) {
    environment.put("GATEPASS_SECRETS_RUNTIME_CACHE", "false");
    environment.put("GATEPASS_PASSPHRASE", "passphrase");
    UserDirectories directories = UserDirectories.of(platform());
    FileLocks locks = new FileLocks(directories.locks(), System::nanoTime);
    SecretStores stores = new SecretStores(platform(), directories, locks, false, Optional.empty());
    SecretStore file = stores.open(Settings.resolve(List.of(SettingsLayer.builtIn())));
    save(stores.tokens(file, new RuntimeCache(Optional.empty(), false)), age, left);
  }

  /** Lets a program have got a token before. */
  void handedOut(long program, Duration ago) {
    // A process that was started now has not been there then.
    new FileHandOuts(
            runtime.resolve("gatepass"),
            Optional.of(new Launch(program, program)),
            InstantSource.fixed(NOW))
        .remember(scope(), NOW.minus(ago));
  }

  static CredentialScope scope() {
    return CredentialScope.of(
        GatewayUrl.parse("https://llm.example.com"),
        new ClientRegistration(
            Issuer.parse("https://auth.example.com"),
            "gatepass",
            Optional.empty(),
            Scopes.of(List.of())));
  }

  /** What a way printed, and whether it had an answer. */
  record Answer(boolean given, String out) {}

  Answer shortWay() {
    return shortWay(Optional.empty());
  }

  /** The short way of a process that a launcher has run. */
  Answer shortWay(Launch launch) {
    return shortWay(Optional.of(launch));
  }

  private Answer shortWay(Optional<Launch> launch) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    boolean given =
        new FastToken(platform(), terminal(out, err), InstantSource.fixed(NOW), launch, compiled)
            .print("token");
    return new Answer(given, out.toString());
  }

  /** {@code gatepass token --no-login} by the whole program. */
  Answer wholeProgram() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    World world =
        new World(
            platform(),
            terminal(out, err),
            InstantSource.fixed(NOW),
            "/opt/gatepass/bin/gatepass",
            Optional.empty(),
            Optional.empty(),
            Optional::empty);
    int exit = Application.over(world).cli().run("token", "--no-login");
    return new Answer(exit == 0, out.toString());
  }

  private Platform platform() {
    return new Platform(Platform.Os.LINUX, home.toString(), environment);
  }

  private Terminal terminal(StringWriter out, StringWriter err) {
    return new Terminal(new PrintWriter(out), new PrintWriter(err), false, home.toString());
  }
}
