import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An OIDC issuer that gives an access token for any refresh token. */
final class LocalIssuer implements AutoCloseable {
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

  LocalIssuer() throws IOException {
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
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(String path, String json) {
    server.createContext(
        path,
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, json.length());
          exchange.getResponseBody().write(json.getBytes(UTF_8));
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
