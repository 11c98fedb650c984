package io.gatepass.bootstrap.demo.gateway;

import static io.gatepass.bootstrap.demo.gateway.Completion.event;

import io.gatepass.bootstrap.demo.http.Reply;
import io.gatepass.bootstrap.demo.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Anthropic's Messages API under {@code /anthropic/v1}. */
record AnthropicDialect() implements Dialect {
  static final String PREFIX = "/anthropic/";

  private static final String ID = "msg_demo";

  @Override
  public Optional<Reply> answer(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "POST /anthropic/v1/messages" -> Optional.of(messages(request));
      case "POST /anthropic/v1/messages/count_tokens" ->
          Optional.of(Reply.json(200, Map.of("input_tokens", 1)));
      case "GET /anthropic/v1/models" -> Optional.of(models());
      case "HEAD /anthropic/v1/messages" -> Optional.of(error(405, "Use POST."));
      default -> Optional.empty();
    };
  }

  @Override
  public Reply error(int status, String message) {
    String type =
        switch (status) {
          case 401 -> "authentication_error";
          case 404 -> "not_found_error";
          default -> "invalid_request_error";
        };
    return Reply.json(
        status, Map.of("type", "error", "error", Map.of("type", type, "message", message)));
  }

  private Reply messages(Request request) {
    return Completion.read(request)
        .map(asked -> asked.stream() ? Reply.events(events(asked)) : whole(asked))
        .orElseGet(() -> error(400, "The body is not a JSON object."));
  }

  private static Reply whole(Completion asked) {
    Map<String, Object> message =
        message(asked, List.of(Map.of("type", "text", "text", Completion.text())), "end_turn");
    return Reply.json(200, message);
  }

  private static List<String> events(Completion asked) {
    Map<String, ?> start = Map.of("message", message(asked, List.of(), ""));
    List<String> events = new ArrayList<>();
    events.add(typed("message_start", start));
    events.add(
        typed(
            "content_block_start",
            Map.of("index", 0, "content_block", Map.of("type", "text", "text", ""))));
    for (String part : Completion.ANSWER) {
      Map<String, String> delta = Map.of("type", "text_delta", "text", part);
      events.add(typed("content_block_delta", Map.of("index", 0, "delta", delta)));
    }
    events.add(typed("content_block_stop", Map.of("index", 0)));
    events.add(
        typed(
            "message_delta",
            Map.of(
                "delta", Map.of("stop_reason", "end_turn"), "usage", Map.of("output_tokens", 6))));
    events.add(typed("message_stop", Map.of()));
    return events;
  }

  private static String typed(String type, Map<String, ?> data) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", type);
    all.putAll(data);
    return event(type, all);
  }

  /** A message; one that has only begun has no reason to have stopped. */
  private static Map<String, Object> message(
      Completion asked, List<Map<String, String>> content, String stopReason) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", ID);
    message.put("type", "message");
    message.put("role", "assistant");
    message.put("model", asked.model());
    message.put("content", content);
    message.put("stop_reason", stopReason.isEmpty() ? null : stopReason);
    message.put("stop_sequence", null);
    message.put("usage", Map.of("input_tokens", 1, "output_tokens", content.isEmpty() ? 0 : 6));
    return message;
  }

  private static Reply models() {
    List<Map<String, String>> models =
        Completion.MODELS.stream()
            .map(id ->
                Map.of(
                    "type",
                    "model",
                    "id",
                    id,
                    "display_name",
                    id,
                    "created_at",
                    "2026-01-01T00:00:00Z"))
            .toList();
    return Reply.json(200, Map.of("data", models, "has_more", false));
  }
}
