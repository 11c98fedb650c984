package io.gatepass.bootstrap.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.bootstrap.demo.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/**
 * A call as Claude Code makes it: Anthropic's Messages API with a token.
 *
 * @param status the gateway's status
 * @param text what the model said; empty where there was no answer
 */
record GatewayCall(int status, String text) {
  private static final Map<String, Object> BODY =
      Map.of(
          "model",
          "demo-sonnet",
          "max_tokens",
          100,
          "messages",
          List.of(Map.of("role", "user", "content", "Hello")));

  /** Makes a call. */
  static GatewayCall to(String gatewayUrl, String token) throws IOException {
    URI address = URI.create(gatewayUrl + "/anthropic/v1/messages");
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Authorization", "Bearer " + token);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    connection.getOutputStream().write(Json.write(BODY).getBytes(UTF_8));
    int status = connection.getResponseCode();
    return new GatewayCall(status, status == 200 ? text(connection) : "");
  }

  private static String text(HttpURLConnection connection) throws IOException {
    try (InputStream body = connection.getInputStream()) {
      Map<String, Object> message = Json.read(new String(body.readAllBytes(), UTF_8));
      List<?> content = (List<?>) message.getOrDefault("content", List.of(Map.of()));
      return String.valueOf(((Map<?, ?>) content.getFirst()).get("text"));
    } catch (ParseException e) {
      throw new IOException("the embedded gateway does not speak JSON", e);
    }
  }
}
