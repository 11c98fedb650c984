package io.gatepass.e2e.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The proxy as a service, with a systemctl that does what is asked and something that is healthy.
 */
final class ProxyServiceIT {
  private static final String UNIT = ".config/systemd/user/gatepass-proxy.service";

  @RegisterExtension final Workplace place = new Workplace();

  private FakeSystemd systemd;
  private HttpServer healthy;
  private Map<String, String> before;

  @BeforeEach
  void cursorIsInstalledAndSomethingIsHealthy() throws IOException {
    systemd = FakeSystemd.install(place.sandbox());
    place.sandbox().program("cursor", "");
    Files.createDirectories(place.sandbox().home().resolve(".config/Cursor/User"));
    healthy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    byte[] body =
        "{\"pid\": %d, \"version\": \"9.9.9\"}"
            .formatted(ProcessHandle.current().pid())
            .getBytes(UTF_8);
    healthy.createContext(
        "/.gatepass/health",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    healthy.start();
    before = configuration();
  }

  @AfterEach
  void end() throws IOException {
    healthy.stop(0);
    systemd.end();
  }

  @Test
  void setupInstallsItAndTeardownRemovesEveryTrace() throws IOException {
    // When
    Finished setup = setup("--install-proxy");
    Finished again = setup("--install-proxy");
    Finished status = place.gatepass("proxy", "status");
    Finished teardown = place.gatepass("teardown");

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(setup.stdout()).contains("is installed as a service").contains(UNIT);
    assertThat(again.stdout()).contains("runs already as a service");
    assertThat(status.stdout()).contains("installed by setup").contains("gatepass 9.9.9");
    assertThat(teardown.stdout()).contains("The proxy's service is removed");
    assertThat(configuration()).isEqualTo(before);
    assertThat(systemd.calls())
        .containsSubsequence(
            "--user daemon-reload",
            "--user enable gatepass-proxy.socket",
            "--user restart gatepass-proxy.socket",
            "--user disable --now gatepass-proxy.socket");
  }

  @Test
  void socketFollowsAChangeOfThePort() throws IOException {
    // Given
    assertThat(setup("--install-proxy").exitCode()).isZero();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    // When
    Finished set = place.gatepass("config", "set", "--proxy-port", String.valueOf(port));

    // Then
    assertThat(set.exitCode()).as("%s", set).isZero();
    assertThat(unit().resolveSibling("gatepass-proxy.socket"))
        .content()
        .contains("ListenStream=127.0.0.1:" + port + "\n");
    assertThat(systemd.calls().stream().filter("--user restart gatepass-proxy.socket"::equals))
        .hasSize(2);
  }

  @Test
  void unitHoldsNoSecret() throws IOException {
    place.sandbox().set("HTTPS_PROXY", "http://ada:hunter2hunter2@127.0.0.1:9");

    Finished setup = setup("--install-proxy");

    assertThat(unit())
        .content()
        .doesNotContain("hunter2")
        .doesNotContain(Workplace.PASSPHRASE)
        .contains("ExecStart=\"" + place.image().launcher() + "\" proxy start");
    assertThat(setup.stderr()).contains("HTTPS_PROXY may hold a password");
  }

  @Test
  void dryRunShowsItAndWritesNothing() {
    Finished dry = setup("--install-proxy", "--dry-run");

    assertThat(dry.exitCode()).as("%s", dry).isZero();
    assertThat(dry.stdout()).contains("would be installed as a service");
    assertThat(configuration()).isEqualTo(before);
  }

  @Test
  void whereThereIsNoSystemdItIsSaidAndNothingIsHalfWritten() {
    // Given
    place
        .sandbox()
        .program("systemctl", "echo 'Failed to connect to bus: No medium found'; exit 1");
    assertThat(setup().exitCode()).isZero();

    // When
    Finished install = place.gatepass("proxy", "install");

    // Then
    assertThat(install.exitCode()).as("%s", install).isOne();
    assertThat(install.stderr())
        .contains("Failed to connect to bus: No medium found")
        .contains("gatepass proxy start");
    assertThat(unit()).doesNotExist();
    assertThat(unit().getParent().getParent()).doesNotExist();
  }

  @Test
  void serviceOfTheUsersOwnStaysAtTeardownAndGoesWhenItIsAskedFor() {
    // Given
    assertThat(setup().exitCode()).isZero();
    assertThat(place.gatepass("proxy", "install").exitCode()).isZero();

    // When
    Finished teardown = place.gatepass("teardown");
    boolean stayed = Files.exists(unit());
    Finished uninstall = place.gatepass("proxy", "uninstall", "--output", "json");

    // Then
    assertThat(stayed).as("%s", teardown).isTrue();
    assertThat(uninstall.stdout()).contains("\"removed\" : true");
    assertThat(configuration()).isEqualTo(before);
  }

  private Finished setup(String... more) {
    String[] options = new String[more.length + 5];
    options[0] = "--lazy";
    options[1] = "--client";
    options[2] = "cursor";
    options[3] = "--proxy-port";
    options[4] = String.valueOf(healthy.getAddress().getPort());
    System.arraycopy(more, 0, options, 5, more.length);
    return place.setup(options);
  }

  private Path unit() {
    return place.sandbox().home().resolve(UNIT);
  }

  /** Everything below the configuration directory that is not gatepass's own. */
  private Map<String, String> configuration() {
    Map<String, String> files =
        new TreeMap<>(Sandbox.files(place.sandbox().home().resolve(".config")));
    files.keySet().removeIf(name -> name.startsWith("gatepass"));
    return files;
  }
}
