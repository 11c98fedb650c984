package io.gatepass.bootstrap.demo.gateway;

import static io.gatepass.bootstrap.demo.gateway.Completion.event;

import io.gatepass.bootstrap.demo.http.Json;
import io.gatepass.bootstrap.demo.http.Reply;
import io.gatepass.bootstrap.demo.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gemini's API under {@code /v1beta}: what is done with a model stands behind a colon. */
record GeminiDialect() implements Dialect {
  static final String PREFIX = "/v1beta/";

  private static final String MODELS = PREFIX + "models";
  private static final Pattern ACTION =
      Pattern.compile("POST " + MODELS + "/(?<model>[^:/]+):(?<action>[A-Za-z]+)");

  @Override
  public Optional<Reply> answer(Request request) {
    if (request.is("GET", MODELS)) {
      return Optional.of(models());
    }
    Matcher asked = ACTION.matcher(request.method() + " " + request.path());
    if (!asked.matches()) {
      return Optional.empty();
    }
    if (Completion.read(request).isEmpty()) {
      return Optional.of(error(400, "The body is not a JSON object."));
    }
    String model = asked.group("model");
    return switch (asked.group("action")) {
      case "generateContent" -> Optional.of(Reply.json(200, whole(model)));
      case "streamGenerateContent" -> Optional.of(streamed(request, parts(model)));
      case "countTokens" -> Optional.of(Reply.json(200, Map.of("totalTokens", 1)));
      default -> Optional.empty();
    };
  }

  @Override
  public Reply error(int status, String message) {
    String canonical =
        switch (status) {
          case 401 -> "UNAUTHENTICATED";
          case 404 -> "NOT_FOUND";
          default -> "INVALID_ARGUMENT";
        };
    return Reply.json(
        status, Map.of("error", Map.of("code", status, "message", message, "status", canonical)));
  }

  /** Server-sent events where they are asked for, else one JSON array. */
  private static Reply streamed(Request request, List<Map<String, Object>> parts) {
    if (request.query().text("alt").equals("sse")) {
      return Reply.events(parts.stream().map(part -> event(part)).toList());
    }
    return Reply.whole(
        200,
        "application/json",
        parts.stream().map(Json::write).collect(Collectors.joining(",", "[", "]")));
  }

  private static Map<String, Object> whole(String model) {
    return response(model, Completion.text(), true);
  }

  private static List<Map<String, Object>> parts(String model) {
    int last = Completion.ANSWER.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(i -> response(model, Completion.ANSWER.get(i), i == last))
        .toList();
  }

  private static Map<String, Object> response(String model, String text, boolean last) {
    Map<String, Object> candidate = new LinkedHashMap<>();
    candidate.put("content", Map.of("role", "model", "parts", List.of(Map.of("text", text))));
    candidate.put("index", 0);
    if (last) {
      candidate.put("finishReason", "STOP");
    }
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("candidates", List.of(candidate));
    response.put(
        "usageMetadata",
        Map.of("promptTokenCount", 1, "candidatesTokenCount", 6, "totalTokenCount", 7));
    response.put("modelVersion", model);
    response.put("responseId", "gemini-demo");
    return response;
  }

  private static Reply models() {
    List<Map<String, Object>> models =
        Completion.MODELS.stream()
            .map(id ->
                Map.<String, Object>of(
                    "name",
                    "models/" + id,
                    "displayName",
                    id,
                    "supportedGenerationMethods",
                    List.of("generateContent", "countTokens")))
            .toList();
    return Reply.json(200, Map.of("models", models));
  }
}
