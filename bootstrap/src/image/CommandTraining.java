import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user with some tools, and an issuer that refreshes, while the program's AOT cache is made. */
final class CommandTraining implements AutoCloseable {
  private static final List<String> TOOLS = List.of("claude", "codex", "gemini", "code");

  private final Path home;
  private final HttpServer issuer;
  private final Memory memory;

  CommandTraining(Path home) throws IOException {
    this.home = home;
    this.issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    this.memory = Memory.orNone();
    serve(
        "/.well-known/openid-configuration",
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/jwks", "response_types_supported": ["code"],
         "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"],
         "code_challenge_methods_supported": ["S256"]}
        """
            .formatted(url()));
    serve(
        "/token",
        """
        {"access_token": "a-token", "token_type": "Bearer", "expires_in": 3600}
        """);
    issuer.start();
    install();
  }

  /** What tools and MDM profiles run, and what a person looks at. */
  List<String> lines() {
    return List.of(
        "setup --lazy --gateway-url https://llm.example.com --issuer %s --client-id c --models one"
            .formatted(url()),
        "token",
        "tools",
        "status",
        "config show",
        "teardown");
  }

  Map<String, String> environment() {
    var environment = new HashMap<>(memory.environment());
    environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
    environment.put("GATEPASS_REFRESH_TOKEN", "for-the-training");
    environment.put("GATEPASS_SECRETS_PROVIDER", "encrypted-file");
    environment.put("GATEPASS_PASSPHRASE", "only for the training run");
    return environment;
  }

  private void install() throws IOException {
    for (var name : TOOLS) {
      var program = home.resolve("bin").resolve(name);
      Files.createDirectories(program.getParent());
      Files.writeString(program, "#!/bin/sh\nexit 1\n");
      program.toFile().setExecutable(true);
    }
    Files.createDirectories(home.resolve(".gemini"));
    Files.createDirectories(home.resolve(".config/Code/User"));
    Files.createDirectories(home.resolve(".claude"));
    Files.writeString(home.resolve(".claude/settings.json"), "{ \"model\": \"opus\" }\n");
    Files.createDirectories(home.resolve(".codex"));
    Files.writeString(home.resolve(".codex/config.toml"), "model = \"gpt-5\"\n");
  }

  private void serve(String path, String json) {
    issuer.createContext(
        path,
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, json.length());
          exchange.getResponseBody().write(json.getBytes(UTF_8));
          exchange.close();
        });
  }

  private String url() {
    return "http://127.0.0.1:" + issuer.getAddress().getPort();
  }

  @Override
  public void close() throws IOException {
    issuer.stop(0);
    memory.close();
  }
}
