package io.gatepass.e2e.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.e2e.image.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A GNOME keyring of its own on a session bus of its own, in a sandbox: the Secret Service that
 * desktops have.
 */
public final class Keyring implements AutoCloseable {
  private static final String PASSWORD = "login-password";
  private static final String SERVICE = "org.freedesktop.secrets";
  private static final String COLLECTION = "/org/freedesktop/secrets/collection/login";
  private static final long LIMIT_SECONDS = 30;

  private final Sandbox sandbox;
  private final Process bus;
  private final Process daemon;

  private Keyring(Sandbox sandbox, Process bus, Process daemon) {
    this.sandbox = sandbox;
    this.bus = bus;
    this.daemon = daemon;
  }

  /**
   * Starts one, unlocked, and tells the sandbox's environment of it.
   *
   * @param runtime the session's runtime directory, private to the user
   */
  public static Keyring start(Sandbox sandbox, Path runtime)
      throws IOException, InterruptedException {
    sandbox.set("XDG_RUNTIME_DIR", runtime.toString());
    Process bus = process(sandbox, "dbus-daemon", "--session", "--nofork", "--print-address");
    sandbox.set("DBUS_SESSION_BUS_ADDRESS", firstLine(bus));
    Process daemon =
        process(
            sandbox, "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets");
    try (Writer password = daemon.outputWriter(UTF_8)) {
      password.write(PASSWORD);
    }
    Keyring keyring = new Keyring(sandbox, bus, daemon);
    keyring.awaitService();
    return keyring;
  }

  /** Locks it, as a desktop does when its user is away. */
  public void lock() throws IOException, InterruptedException {
    send(SERVICE, "org.freedesktop.Secret.Service.Lock", "array:objpath:" + COLLECTION);
  }

  @Override
  public void close() {
    daemon.destroyForcibly();
    bus.destroyForcibly();
  }

  /** Waits for the daemon; asking for the service itself would start another, locked one. */
  private void awaitService() throws IOException, InterruptedException {
    String question = "org.freedesktop.DBus.NameHasOwner";
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!send("org.freedesktop.DBus", question, "string:" + SERVICE).contains("true")) {
      if (System.nanoTime() > deadline || !daemon.isAlive()) {
        throw new AssertionError("the keyring did not come up");
      }
      Thread.onSpinWait();
    }
  }

  private String send(String destination, String method, String argument)
      throws IOException, InterruptedException {
    Process call =
        process(
            sandbox,
            "dbus-send",
            "--session",
            "--print-reply",
            "--dest=" + destination,
            "/" + SERVICE.replace('.', '/'),
            method,
            argument);
    String said = new String(call.getInputStream().readAllBytes(), UTF_8);
    if (!call.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || call.exitValue() != 0) {
      throw new AssertionError("no answer to " + method + ": " + said);
    }
    return said;
  }

  private static Process process(Sandbox sandbox, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .redirectError(Redirect.appendTo(sandbox.root().resolve("keyring.log").toFile()));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(sandbox.environment());
    return builder.start();
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader lines = process.inputReader(UTF_8);
    String line = lines.readLine();
    if (line == null) {
      throw new AssertionError("ended without a word: " + process.info());
    }
    return line;
  }
}
