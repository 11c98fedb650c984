package io.gatepass.adapters.fs.secret.keychain.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.secret.keychain.RealKeychain;
import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.platform.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A D-Bus session of its own with a GNOME Keyring of its own, below one directory. Nothing on the
 * bus is started by demand, so what is not started here is not there.
 */
public final class PrivateKeyring implements RealKeychain {
  private static final String BUS =
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
        "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>session</type>
        <listen>unix:tmpdir=/tmp</listen>
        <auth>EXTERNAL</auth>
        <policy context="default">
          <allow send_destination="*" eavesdrop="true"/>
          <allow eavesdrop="true"/>
          <allow own="*"/>
        </policy>
      </busconfig>
      """;

  private final Path directory;
  private final Process bus;
  private final String address;
  private final List<Process> keyrings = new ArrayList<>();

  /** Starts the bus, without a keyring. */
  public PrivateKeyring(Path directory) {
    this.directory = directory;
    try {
      Path config = Files.writeString(directory.resolve("bus.conf"), BUS);
      Files.createDirectory(directory.resolve("home"));
      Files.createDirectory(
          directory.resolve("run"),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      bus =
          start(Map.of(), "dbus-daemon", "--config-file=" + config, "--nofork", "--print-address");
      BufferedReader reader = bus.inputReader(UTF_8);
      address = reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    NativeEnvironment.unset("DBUS_SESSION_BUS_ADDRESS");
  }

  /** Starts the keyring and opens its login collection with the password, creating it when new. */
  public void unlock(String password) {
    Process keyring =
        start(
            environment(),
            "gnome-keyring-daemon",
            "--foreground",
            "--components=secrets",
            "--unlock");
    keyrings.add(keyring);
    send(keyring, password);
    awaitService();
  }

  /** Starts the keyring with a locked login collection that is unlocked without a password. */
  void startWithoutPassword() {
    Path keyrings = directory.resolve("home/.local/share/keyrings");
    try {
      Files.createDirectories(keyrings);
      Files.writeString(keyrings.resolve("login.keyring"), "[keyring]\ndisplay-name=Login\n");
      Files.writeString(keyrings.resolve("default"), "login");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    startEmpty();
  }

  /** Starts the keyring without a collection for new items. */
  void startEmpty() {
    keyrings.add(
        start(environment(), "gnome-keyring-daemon", "--foreground", "--components=secrets"));
    awaitService();
  }

  /** Locks the login collection. */
  void lock() {
    String _ =
        run(
            "dbus-send",
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service.Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login");
  }

  /** Stops the keyring without ending it: it takes calls and never answers. */
  void freezeKeyring() {
    signal(keyrings.getLast(), "STOP");
  }

  /** Lets a frozen keyring go on. */
  void thawKeyring() {
    signal(keyrings.getLast(), "CONT");
  }

  /** Stops the bus without ending it: it takes connections and never answers. */
  void freezeBus() {
    signal(bus, "STOP");
  }

  /** Ends the keyring. */
  void stopKeyring() {
    end(keyrings.removeLast());
  }

  /** The platform of a process in this session. */
  Platform platform() {
    return new Platform(Platform.Os.LINUX, directory.resolve("home").toString(), environment());
  }

  /** The same, with a display that nothing is shown on. */
  Platform platformWithDisplay() {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("DISPLAY", ":99");
    return new Platform(Platform.Os.LINUX, directory.resolve("home").toString(), environment);
  }

  @Override
  public SecretStore store() {
    return new SecretServiceStore(platform(), false);
  }

  @Override
  public void close() {
    keyrings.forEach(PrivateKeyring::end);
    end(bus);
  }

  private Map<String, String> environment() {
    return Map.of(
        "DBUS_SESSION_BUS_ADDRESS", address,
        "HOME", directory.resolve("home").toString(),
        "XDG_RUNTIME_DIR", directory.resolve("run").toString());
  }

  private void awaitService() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!isServiceThere()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the keyring did not come: " + keyrings.getLast().info());
      }
    }
  }

  private boolean isServiceThere() {
    return run(
            "dbus-send",
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus.NameHasOwner",
            "string:org.freedesktop.secrets")
        .contains("boolean true");
  }

  private void signal(Process process, String name) {
    String _ = run("sh", "-c", "kill -" + name + " " + process.pid());
  }

  private String run(String... command) {
    Process process = start(environment(), command);
    try (InputStream out = process.getInputStream()) {
      String output = new String(out.readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed");
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process start(Map<String, String> environment, String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(directory.resolve("stderr.txt").toFile());
    for (String name : List.of("DISPLAY", "WAYLAND_DISPLAY", "XDG_DATA_HOME", "XDG_CONFIG_HOME")) {
      builder.environment().remove(name);
    }
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Process process, String text) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Process process) {
    process.destroyForcibly();
    process.onExit().join();
  }
}
