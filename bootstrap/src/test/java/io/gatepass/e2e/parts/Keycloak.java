package io.gatepass.e2e.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.browser.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keycloak as a child process, unpacked by the build under {@code target/keycloak}, with the realm
 * of {@code src/test/keycloak}: PKCE required, every refresh token good for one use. It takes a
 * minute to start.
 */
public final class Keycloak implements AutoCloseable {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path REALM = MODULE.resolve("src/test/keycloak/gatepass-realm.json");
  private static final long START_MINUTES = 10;
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[0-9.:]+)");
  private static final Pattern EVENT = Pattern.compile("type=\"([A-Z_]+)\"");

  private final Process process;
  private final CompletableFuture<String> origin = new CompletableFuture<>();
  private final List<String> events = new CopyOnWriteArrayList<>();

  private Keycloak(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
  }

  /** Starts it and waits until it listens. */
  public static Keycloak start() throws IOException {
    Path home = home();
    Path realms = Files.createDirectories(home.resolve("data/import"));
    Files.copy(REALM, realms.resolve(REALM.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=0",
                "--log-level=INFO,org.keycloak.events:debug")
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    Keycloak keycloak = new Keycloak(builder.start());
    String _ = keycloak.url();
    return keycloak;
  }

  /** The issuer identifier. */
  public String url() {
    try {
      return origin.get(START_MINUTES, TimeUnit.MINUTES) + "/realms/gatepass";
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError("Keycloak did not start", e);
    }
  }

  /** How many events of that type there have been, such as {@code REFRESH_TOKEN}. */
  public long count(String type) {
    return events.stream().filter(type::equals).count();
  }

  /** A user who signs in with that name; everybody's password is {@code engine}. */
  public static FakeBrowser.User user(String name) {
    return (browser, address) -> {
      Page page = browser.get(address);
      return browser.submit(page, Map.of("username", name, "password", "engine"));
    };
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for Keycloak's end", e);
    }
  }

  private static Path home() throws IOException {
    try (Stream<Path> unpacked = Files.list(MODULE.resolve("target/keycloak"))) {
      return unpacked
          .filter(path -> path.getFileName().toString().startsWith("keycloak-"))
          .findFirst()
          .orElseThrow(
              () -> new AssertionError("run by Maven with -Pacceptance, which unpacks it"));
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
      origin.completeExceptionally(new IOException("it has ended"));
    } catch (IOException e) {
      origin.completeExceptionally(e); // also where it is being closed, when nobody asks any more
    }
  }

  private void hear(String line) {
    Matcher event = EVENT.matcher(line);
    if (event.find()) {
      events.add(event.group(1));
    }
    Matcher listening = LISTENING.matcher(line);
    if (listening.find()) {
      origin.complete(listening.group(1));
    }
  }
}
