package io.gatepass.bootstrap.demo.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A response.
 *
 * @param status the status code
 * @param headers the headers that matter; length and date are added
 * @param body what writes the body
 */
public record Reply(int status, Map<String, String> headers, Body body) {
  /** Writes a body. */
  public sealed interface Body {
    /** The whole text at once. */
    record Whole(String text) implements Body {}

    /** One part after the other, each sent on its way at once. */
    record Parts(List<String> parts) implements Body {
      /** Copies the list. */
      public Parts {
        parts = List.copyOf(parts);
      }
    }
  }

  /** A JSON object that nobody may cache. */
  public static Reply json(int status, Map<String, ?> object) {
    return whole(status, "application/json", Json.write(object)).with("Cache-Control", "no-store");
  }

  /** A text of the given media type. */
  public static Reply whole(int status, String mediaType, String text) {
    return new Reply(status, Map.of("Content-Type", mediaType), new Body.Whole(text));
  }

  /** A redirect to another address (RFC 6749 §1.7 asks for no particular status). */
  public static Reply redirect(String location) {
    return new Reply(302, Map.of("Location", location), new Body.Whole(""))
        .with("Cache-Control", "no-store");
  }

  /** Server-sent events (WHATWG HTML §9.2), each already in its wire form. */
  public static Reply events(List<String> events) {
    return new Reply(
        200,
        Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-cache"),
        new Body.Parts(events));
  }

  /** The same with one more header. */
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  void writeBody(OutputStream out) throws IOException {
    switch (body) {
      case Body.Whole whole -> out.write(whole.text().getBytes(UTF_8));
      case Body.Parts streamed -> {
        for (String part : streamed.parts()) {
          out.write(part.getBytes(UTF_8));
          out.flush();
        }
      }
    }
  }

  /** What {@code HttpExchange.sendResponseHeaders} wants: -1 for none, 0 for chunks. */
  long declaredLength() {
    return switch (body) {
      case Body.Whole whole -> whole.text().isEmpty() ? -1 : whole.text().getBytes(UTF_8).length;
      case Body.Parts _ -> 0;
    };
  }
}
