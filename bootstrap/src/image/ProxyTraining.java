import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the proxy does while its AOT cache is made: it forwards some requests to a gateway. */
final class ProxyTraining implements AutoCloseable {
  private static final int REQUESTS = 200;
  private static final int PATIENCE_SECONDS = 60;

  /** A tool that holds the local key, where it can be read. */
  private static final String TOOL =
      """
      {
        "id": "training",
        "displayName": "the training run",
        "mode": "proxy",
        "level": "documented",
        "directory": { "path": { "linux": "~/.training", "macos": "~/.training" } },
        "binaries": [ { "name": "sh" } ],
        "files": [
          {
            "path": "settings.json",
            "format": "jsonc",
            "edits": [ { "at": "/key", "value": "{localKey}" } ]
          }
        ]
      }
      """;

  private final Path home;
  private final HttpServer gateway;
  private final int port;

  /** Starts the gateway. */
  ProxyTraining(Path home) throws IOException {
    this.home = home;
    this.gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    this.port = freePort();
    gateway.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("data: an answer\n\n".getBytes(UTF_8));
          exchange.close();
        });
    gateway.start();
    var tools = Files.createDirectories(home.resolve(".config/gatepass/tools.d"));
    Files.writeString(tools.resolve("training.json"), TOOL);
    Files.createDirectory(home.resolve(".training"));
  }

  /** The arguments that set the proxy up. */
  List<String> setup() {
    var url = "http://127.0.0.1:" + gateway.getAddress().getPort();
    return List.of(
        "setup",
        "--lazy",
        "--client",
        "training",
        "--gateway-url",
        url,
        "--issuer",
        url,
        "--client-id",
        "training",
        "--proxy-port",
        "" + port);
  }

  /** What both runs need. */
  Map<String, String> environment() {
    return Map.of(
        "GATEPASS_SECRETS_PROVIDER", "encrypted-file",
        "GATEPASS_PASSPHRASE", "only for the training run",
        "GATEPASS_ACCESS_TOKEN", "a-token");
  }

  /** Sends the requests and lets the proxy end. */
  void use(Process proxy) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      awaitListening(proxy, client);
      for (int i = 0; i < REQUESTS; i++) {
        var request =
            HttpRequest.newBuilder(uri("/v1/messages"))
                .header("x-api-key", localKey())
                .POST(HttpRequest.BodyPublishers.ofString("{\"stream\": true}"));
        var status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status != 200) {
          throw new IOException("The proxy has answered " + status + " in its training run.");
        }
      }
    } finally {
      proxy.destroy();
    }
  }

  private void awaitListening(Process proxy, HttpClient client)
      throws IOException, InterruptedException {
    for (int attempt = 0; attempt < PATIENCE_SECONDS * 10 && proxy.isAlive(); attempt++) {
      try {
        client.send(
            HttpRequest.newBuilder(uri("/.gatepass/health")).build(), BodyHandlers.discarding());
        return;
      } catch (IOException e) {
        Thread.sleep(100); // it does not listen yet
      }
    }
    throw new IOException("The proxy does not listen in its training run.");
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private String localKey() throws IOException {
    var written = Files.readString(home.resolve(".training/settings.json"));
    var key = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"").matcher(written);
    if (!key.find()) {
      throw new IOException("setup has written no key: " + written);
    }
    return key.group(1);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    gateway.stop(0);
  }
}
