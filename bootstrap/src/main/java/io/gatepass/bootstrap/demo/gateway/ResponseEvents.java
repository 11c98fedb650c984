package io.gatepass.bootstrap.demo.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** OpenAI's Responses API: a response object, and the events that build it up. */
final class ResponseEvents {
  private static final String ITEM_ID = "msg_demo";

  private final Completion asked;
  private final List<String> events = new ArrayList<>();

  private ResponseEvents(Completion asked) {
    this.asked = asked;
  }

  /** Every event of one response, in order. */
  static List<String> of(Completion asked) {
    return new ResponseEvents(asked).all();
  }

  /** The response when it is complete. */
  static Map<String, Object> completed(Completion asked) {
    Map<String, Object> response = response(asked, "completed", List.of(item("completed", text())));
    response.put("usage", Map.of("input_tokens", 1, "output_tokens", 6, "total_tokens", 7));
    return response;
  }

  private List<String> all() {
    Map<String, Object> begun = response(asked, "in_progress", List.of());
    add("response.created", Map.of("response", begun));
    add("response.in_progress", Map.of("response", begun));
    add(
        "response.output_item.added",
        Map.of("output_index", 0, "item", item("in_progress", List.of())));
    add("response.content_part.added", part(Map.of("part", outputText(""))));
    for (String delta : Completion.ANSWER) {
      add("response.output_text.delta", part(Map.of("delta", delta)));
    }
    add("response.output_text.done", part(Map.of("text", Completion.text())));
    add("response.content_part.done", part(Map.of("part", outputText(Completion.text()))));
    add("response.output_item.done", Map.of("output_index", 0, "item", item("completed", text())));
    add("response.completed", Map.of("response", completed(asked)));
    return events;
  }

  private void add(String type, Map<String, ?> data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("type", type);
    event.put("sequence_number", events.size());
    event.putAll(data);
    events.add(Completion.event(type, event));
  }

  private static Map<String, Object> part(Map<String, ?> data) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("item_id", ITEM_ID);
    all.put("output_index", 0);
    all.put("content_index", 0);
    all.putAll(data);
    return all;
  }

  private static Map<String, Object> response(
      Completion asked, String status, List<Map<String, Object>> output) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("id", "resp_demo");
    response.put("object", "response");
    response.put("created_at", Completion.CREATED);
    response.put("status", status);
    response.put("model", asked.model());
    response.put("output", output);
    return response;
  }

  private static Map<String, Object> item(String status, List<Map<String, Object>> content) {
    return Map.of(
        "id", ITEM_ID,
        "type", "message",
        "status", status,
        "role", "assistant",
        "content", content);
  }

  private static List<Map<String, Object>> text() {
    return List.of(outputText(Completion.text()));
  }

  private static Map<String, Object> outputText(String text) {
    return Map.of("type", "output_text", "text", text, "annotations", List.of());
  }
}
