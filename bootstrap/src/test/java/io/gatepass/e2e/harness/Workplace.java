package io.gatepass.e2e.harness;

import io.gatepass.bootstrap.demo.gateway.EmbeddedGateway;
import io.gatepass.bootstrap.demo.issuer.EmbeddedIssuer;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.browser.FakeOpener;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.GatepassImage;
import io.gatepass.e2e.image.RunningGatepass;
import io.gatepass.e2e.image.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All that a story needs, new for each test: a sandbox, the image, a browser with its user, the
 * embedded issuer and the embedded gateway. Secrets go to the encrypted file unless a test says
 * otherwise.
 */
public final class Workplace implements BeforeEachCallback, AfterEachCallback {
  /** The client that the issuer knows. */
  public static final String CLIENT_ID = "gatepass-e2e";

  /** What opens the encrypted file. */
  public static final String PASSPHRASE = "passphrase-9f1c2b7e4d";

  private final GatepassImage image = GatepassImage.underTest();
  private Sandbox sandbox;
  private FakeOpener opener;
  private FakeBrowser browser;
  private EmbeddedIssuer issuer;
  private EmbeddedGateway gateway;
  private Optional<Path> memory = Optional.empty();

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    sandbox = Sandbox.in(Files.createTempDirectory("gatepass e2e ").toRealPath());
    sandbox.set("GATEPASS_SECRETS_PROVIDER", "encrypted-file");
    sandbox.set("GATEPASS_PASSPHRASE", PASSPHRASE);
    opener = FakeOpener.install(sandbox);
    browser = FakeBrowser.driving(opener);
    issuer =
        EmbeddedIssuer.start(CLIENT_ID, IssuerPolicy.with(Consent.ASK), InstantSource.system());
    gateway = EmbeddedGateway.start(issuer::accepts);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    LoginProcesses.of(sandbox).forEach(LoginProcesses::kill);
    browser.close();
    opener.close();
    gateway.close();
    issuer.close();
    deleteTree(sandbox.root());
    if (memory.isPresent()) {
      deleteTree(memory.get());
    }
  }

  /** A runtime directory, as a login session on a desktop has it: access tokens are kept there. */
  public Path giveMemory() throws IOException {
    Path directory = Files.createTempDirectory(Path.of("/dev/shm"), "gatepass-e2e-");
    memory = Optional.of(directory);
    sandbox.unset("GATEPASS_HOME"); // it stands for a home without a session
    sandbox.set("XDG_RUNTIME_DIR", directory.toString());
    return directory;
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  public FakeOpener opener() {
    return opener;
  }

  public FakeBrowser browser() {
    return browser;
  }

  public EmbeddedIssuer issuer() {
    return issuer;
  }

  public EmbeddedGateway gateway() {
    return gateway;
  }

  public GatepassImage image() {
    return image;
  }

  /** Runs a command to its end. */
  public Finished gatepass(String... arguments) {
    return start(arguments).finish();
  }

  /** Starts a command. */
  public RunningGatepass start(String... arguments) {
    return image.start(sandbox, List.of(arguments));
  }

  /** Runs {@code setup} for the embedded issuer and gateway, with further options. */
  public Finished setup(String... more) {
    return setupAt(issuer.url(), more);
  }

  /** Runs {@code setup} for another issuer and the embedded gateway. */
  public Finished setupAt(String issuerUrl, String... more) {
    return gatepass(
        Stream.concat(
                Stream.of(
                    "setup",
                    "--gateway-url",
                    gateway.url(),
                    "--issuer",
                    issuerUrl,
                    "--client-id",
                    CLIENT_ID),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** Runs any command in the sandbox, such as one that gatepass has written somewhere. */
  public Finished run(List<String> command) {
    return GatepassImage.run(sandbox, command).finish();
  }

  /** Lets time pass, which is the only event that makes a token expire. */
  public static void let(Duration pass) {
    Instant end = Instant.now().plus(pass);
    while (Instant.now().isBefore(end)) {
      LockSupport.parkUntil(end.toEpochMilli() + 1);
    }
  }

  /** Deletes a directory and all below it. */
  public static void deleteTree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
