package io.gatepass.adapters.fs.edit.jsonc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.jsonc.parse.ElementKey;
import io.gatepass.adapters.fs.edit.jsonc.parse.JsoncReader;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How values are spelled in JSON (RFC 8259), on one line. */
final class JsonLiterals {
  private JsonLiterals() {}

  static String of(ConfigValue value) {
    return switch (value) {
      case ConfigValue.Text it -> text(it.text());
      case ConfigValue.Whole it -> Long.toString(it.number());
      case ConfigValue.Flag it -> Boolean.toString(it.flag());
      case ConfigValue.Items it ->
          it.items().stream().map(JsonLiterals::of).collect(Collectors.joining(", ", "[", "]"));
      case ConfigValue.Fields it ->
          it.fields().stream()
              .map(field -> text(field.name()) + ": " + of(field.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /**
   * The value as it stands under that key: an element of an array is spread over lines where its
   * neighbours are, everything else is on one line.
   */
  static String of(ConfigValue value, String key, Layout layout) {
    return ElementKey.isOne(key) && layout.isOnLines()
        ? onLines(value, layout.lead(), layout.unit())
        : of(value);
  }

  private static String onLines(ConfigValue value, String lead, String unit) {
    String inner = lead + unit;
    return switch (value) {
      case ConfigValue.Fields it ->
          it.fields().stream()
              .map(field -> text(field.name()) + ": " + onLines(field.value(), inner, unit))
              .collect(Collectors.joining("," + inner, "{" + inner, lead + "}"));
      case ConfigValue.Items it when it.items().stream().anyMatch(JsonLiterals::isFields) ->
          it.items().stream()
              .map(item -> onLines(item, inner, unit))
              .collect(Collectors.joining("," + inner, "[" + inner, lead + "]"));
      default -> of(value);
    };
  }

  private static boolean isFields(ConfigValue value) {
    return value instanceof ConfigValue.Fields;
  }

  static String text(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints().forEach(c -> literal.append(escaped(c)));
    return literal.append('"').toString();
  }

  /** Whether two literals spell the same value; numbers must be spelled alike. */
  static boolean same(String raw, String other) {
    return raw.equals(other) || tokens(raw).equals(tokens(other));
  }

  /** The same text for all literals that {@link #same} takes for one. */
  static String normal(String raw) {
    return tokens(raw).toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isPlain(c) ? Character.toString(c) : String.format("\\u%04x", c);
    };
  }

  // Half a surrogate pair can be written only as an escape.
  private static boolean isPlain(int c) {
    return c >= ' ' && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
  }

  private record Token(JsonToken type, String text) {}

  private static List<Token> tokens(String raw) {
    try {
      return new JsoncReader(raw).read(JsonLiterals::tokens);
    } catch (UneditableDocument e) {
      throw new IllegalArgumentException("a raw value does not parse, " + e.position(), e);
    }
  }

  private static List<Token> tokens(JsonParser parser) throws IOException {
    List<Token> tokens = new ArrayList<>();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      tokens.add(new Token(token, parser.getText()));
    }
    return tokens;
  }
}
