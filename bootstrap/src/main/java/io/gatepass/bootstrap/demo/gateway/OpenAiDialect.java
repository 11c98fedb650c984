package io.gatepass.bootstrap.demo.gateway;

import static io.gatepass.bootstrap.demo.gateway.Completion.event;

import io.gatepass.bootstrap.demo.http.Reply;
import io.gatepass.bootstrap.demo.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OpenAI's API under {@code /v1}: models, chat completions and responses. */
record OpenAiDialect() implements Dialect {

  @Override
  public Optional<Reply> answer(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "GET /v1/models" -> Optional.of(models());
      case "POST /v1/chat/completions" -> Optional.of(chat(request));
      case "POST /v1/responses" -> Optional.of(responses(request));
      default -> Optional.empty();
    };
  }

  @Override
  public Reply error(int status, String message) {
    String type = status == 401 ? "authentication_error" : "invalid_request_error";
    String code = status == 401 ? "invalid_token" : "invalid_request";
    return Reply.json(
        status, Map.of("error", Map.of("message", message, "type", type, "code", code)));
  }

  private static Reply models() {
    List<Map<String, Object>> models =
        Completion.MODELS.stream()
            .map(id ->
                Map.<String, Object>of(
                    "id",
                    id,
                    "object",
                    "model",
                    "created",
                    Completion.CREATED,
                    "owned_by",
                    "gatepass"))
            .toList();
    return Reply.json(200, Map.of("object", "list", "data", models));
  }

  private Reply chat(Request request) {
    return Completion.read(request)
        .map(asked -> asked.stream() ? Reply.events(chatEvents(asked)) : wholeChat(asked))
        .orElseGet(() -> error(400, "The body is not a JSON object."));
  }

  private static Reply wholeChat(Completion asked) {
    Map<String, Object> message = Map.of("role", "assistant", "content", Completion.text());
    Map<String, Object> answer =
        chatObject(
            asked,
            "chat.completion",
            Map.of("index", 0, "message", message, "finish_reason", "stop"));
    answer.put("usage", Map.of("prompt_tokens", 1, "completion_tokens", 6, "total_tokens", 7));
    return Reply.json(200, answer);
  }

  private static List<String> chatEvents(Completion asked) {
    List<String> events = new ArrayList<>();
    events.add(chunk(asked, Map.of("role", "assistant", "content", ""), null));
    Completion.ANSWER.forEach(part -> events.add(chunk(asked, Map.of("content", part), null)));
    events.add(chunk(asked, Map.of(), "stop"));
    events.add("data: [DONE]\n\n");
    return events;
  }

  private static String chunk(
      Completion asked, Map<String, String> delta, @Nullable String finishReason) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("index", 0);
    choice.put("delta", delta);
    choice.put("finish_reason", finishReason);
    return event(chatObject(asked, "chat.completion.chunk", choice));
  }

  private static Map<String, Object> chatObject(
      Completion asked, String type, Map<String, Object> choice) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", "chatcmpl-demo");
    object.put("object", type);
    object.put("created", Completion.CREATED);
    object.put("model", asked.model());
    object.put("choices", List.of(choice));
    return object;
  }

  private Reply responses(Request request) {
    return Completion.read(request)
        .map(asked ->
            asked.stream()
                ? Reply.events(ResponseEvents.of(asked))
                : Reply.json(200, ResponseEvents.completed(asked)))
        .orElseGet(() -> error(400, "The body is not a JSON object."));
  }
}
