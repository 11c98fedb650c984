package io.gatepass.adapters.fs.tool.definition.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A part of the schema in words: what a value must be. */
final class Rule {
  private Rule() {}

  /** Words that follow "it must be"; references are resolved already. */
  static String words(JsonNode schema, List<JsonNode> alternatives) {
    if (schema.has("enum")) {
      return "one of " + listed(texts(schema.get("enum")));
    }
    if (!alternatives.isEmpty()) {
      return listed(alternatives.stream().map(it -> words(it, List.of())).distinct().toList());
    }
    JsonNode type = schema.path("type");
    return listed(
        (type.isArray() ? texts(type) : List.of(type.asText())).stream().map(Rule::word).toList());
  }

  /** Whether a value is of a type of the schema; of any where it names none. */
  static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isMissingNode()) {
      return true;
    }
    return type.isArray()
        ? texts(type).stream().anyMatch(it -> isOfType(it, value))
        : isOfType(type.asText(), value);
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> throw new IllegalStateException("the schema uses the type " + type);
    };
  }

  private static String word(String type) {
    return switch (type) {
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      default -> "an object";
    };
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(it -> texts.add(it.asText()));
    return texts;
  }

  private static String listed(List<String> words) {
    String first = words.stream().limit(words.size() - 1L).collect(Collectors.joining(", "));
    return first.isEmpty() ? words.getLast() : first + " or " + words.getLast();
  }
}
