package io.gatepass.e2e.harness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.gateway.EmbeddedGateway.Call;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.GatepassImage;
import io.gatepass.e2e.image.RunningGatepass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The loopback proxy of a workplace, and Cursor, which holds its key after a lazy setup. */
public final class LoopbackProxy implements AutoCloseable {
  private static final Pattern KEY = Pattern.compile("openAIAPIKey\": \"([A-Za-z0-9_-]{43})\"");

  private final Workplace place;
  private final int port;
  private final Path settings;
  private final RunningGatepass process;

  private LoopbackProxy(Workplace place, int port, Path settings, RunningGatepass process)
      throws InterruptedException {
    this.place = place;
    this.port = port;
    this.settings = settings;
    this.process = process;
    process.awaitLine(line -> line.contains("127.0.0.1:" + port));
  }

  /** Sets up for the embedded gateway and starts the proxy. */
  public static LoopbackProxy startIn(Workplace place) throws IOException, InterruptedException {
    return startIn(place, place.gateway().url());
  }

  /** Sets up for another gateway and starts the proxy. */
  public static LoopbackProxy startIn(Workplace place, String gatewayUrl)
      throws IOException, InterruptedException {
    int port = freePort();
    Path settings = setUp(place, gatewayUrl, port);
    return new LoopbackProxy(place, port, settings, place.start("proxy", "start"));
  }

  /** Sets up for the embedded gateway; a program of systemd's listens and will start the proxy. */
  public static LoopbackProxy asleepIn(Workplace place) throws IOException, InterruptedException {
    int port = freePort();
    Path settings = setUp(place, place.gateway().url(), port);
    List<String> command = new ArrayList<>(List.of("systemd-socket-activate", "--inetd"));
    command.addAll(List.of("-l", "127.0.0.1:" + port));
    place.sandbox().environment().keySet().forEach(name -> command.addAll(List.of("-E", name)));
    command.addAll(List.of(place.image().launcher().toString(), "proxy", "start"));
    return new LoopbackProxy(place, port, settings, GatepassImage.run(place.sandbox(), command));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static Path setUp(Workplace place, String gatewayUrl, int port) throws IOException {
    place.sandbox().program("cursor", "");
    Path settings = place.sandbox().home().resolve(".config/Cursor/User/settings.json");
    Files.createDirectories(settings.getParent());
    Finished setup =
        place.gatepass(
            "setup",
            "--gateway-url",
            gatewayUrl,
            "--issuer",
            place.issuer().url(),
            "--client-id",
            Workplace.CLIENT_ID,
            "--lazy",
            "--client",
            "cursor",
            "--proxy-port",
            Integer.toString(port));
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    return settings;
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** The key that Cursor holds now. */
  public String key() throws IOException {
    Matcher written = KEY.matcher(Files.readString(settings));
    assertThat(written.find()).isTrue();
    return written.group(1);
  }

  /** The program. */
  public RunningGatepass process() {
    return process;
  }

  /** A question to a model, shown with that key. */
  public HttpRequest request(String shown) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/anthropic/v1/messages"))
        .header("Content-Type", "application/json")
        .header("x-api-key", shown)
        .POST(BodyPublishers.ofString("{\"model\": \"opus\", \"messages\": []}"))
        .build();
  }

  /** A connection on which these bytes have been sent; reading from it ends after a minute. */
  public Socket say(String bytes) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    return socket;
  }

  /** What came to the gateway since setup, which has asked it where its paths are. */
  public List<Call> forwarded() {
    return place.gateway().calls().stream().filter(call -> !call.method().equals("HEAD")).toList();
  }

  @Override
  public void close() {
    try {
      process.kill();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }
}
