package io.gatepass.bootstrap.demo.gateway;

import io.gatepass.bootstrap.demo.http.Json;
import io.gatepass.bootstrap.demo.http.Request;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks a model for, in any dialect.
 *
 * @param model the model's name, given back as it came
 * @param stream whether the answer is wanted as server-sent events
 */
record Completion(String model, boolean stream) {
  /** The models that the gateway offers. */
  static final List<String> MODELS = List.of("demo-haiku", "demo-opus", "demo-sonnet");

  /** The answer, in the parts in which it is streamed. */
  static final List<String> ANSWER =
      List.of("Hello", " from", " the", " gatepass", " demo", " gateway.");

  /** When every model came into being, in seconds. */
  static final long CREATED = 1_767_225_600L;

  static String text() {
    return String.join("", ANSWER);
  }

  /** Reads a request's body; nothing where it is not a JSON object. */
  static Optional<Completion> read(Request request) {
    try {
      Map<String, Object> body = Json.read(request.body());
      String model = body.getOrDefault("model", MODELS.getFirst()).toString();
      return Optional.of(new Completion(model, Boolean.TRUE.equals(body.get("stream"))));
    } catch (ParseException e) {
      return Optional.empty(); // the caller answers 400, and the body is nobody's business
    }
  }

  /** An event that has a name (WHATWG HTML §9.2.5). */
  static String event(String name, Map<String, ?> data) {
    return "event: " + name + "\n" + event(data);
  }

  /** An event without a name. */
  static String event(Map<String, ?> data) {
    return "data: " + Json.write(data) + "\n\n";
  }
}
