package io.gatepass.adapters.fs.tool.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** As much of JSON Schema (draft 2020-12) as the published schema uses, and nothing more. */
record Schema(JsonNode root) {
  private static final Set<String> KNOWN =
      Set.of(
          "$schema",
          "$id",
          "title",
          "description",
          "$defs",
          "$ref",
          "type",
          "enum",
          "pattern",
          "minItems",
          "items",
          "required",
          "properties",
          "additionalProperties",
          "anyOf");

  /** What the document breaks, naming where; empty where it is valid. */
  List<String> violations(JsonNode document) {
    List<String> violations = new ArrayList<>();
    check(root, document, "", violations);
    return violations;
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> found) {
    schema
        .fieldNames()
        .forEachRemaining(word -> {
          if (!KNOWN.contains(word)) {
            throw new IllegalStateException("the schema uses " + word);
          }
        });
    if (schema.has("$ref")) {
      check(root.at(schema.get("$ref").asText().substring(1)), value, at, found);
    }
    if (schema.has("type") && !isOfType(schema.get("type"), value)) {
      found.add(at + " is no " + schema.get("type"));
    }
    if (schema.has("anyOf")) {
      checkAny(schema.get("anyOf"), value, at, found);
    }
    checkText(schema, value, at, found);
    checkItems(schema, value, at, found);
    checkProperties(schema, value, at, found);
  }

  private void checkAny(JsonNode schemas, JsonNode value, String at, List<String> found) {
    List<String> all = new ArrayList<>();
    for (JsonNode schema : schemas) {
      List<String> one = new ArrayList<>();
      check(schema, value, at, one);
      if (one.isEmpty()) {
        return;
      }
      all.addAll(one);
    }
    found.addAll(all);
  }

  private static void checkText(JsonNode schema, JsonNode value, String at, List<String> found) {
    boolean listed = false;
    for (JsonNode one : schema.path("enum")) {
      listed |= one.equals(value);
    }
    if (schema.has("enum") && !listed) {
      found.add(at + " is none of " + schema.get("enum"));
    }
    if (schema.has("pattern")
        && value.isTextual()
        && !Pattern.compile(schema.get("pattern").asText()).matcher(value.asText()).find()) {
      found.add(at + " does not match " + schema.get("pattern"));
    }
  }

  private void checkItems(JsonNode schema, JsonNode value, String at, List<String> found) {
    if (value.isArray() && value.size() < schema.path("minItems").asInt()) {
      found.add(at + " is too short");
    }
    for (int i = 0; value.isArray() && schema.has("items") && i < value.size(); i++) {
      check(schema.get("items"), value.get(i), at + "/" + i, found);
    }
  }

  private void checkProperties(JsonNode schema, JsonNode value, String at, List<String> found) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        found.add(at + " has no " + name);
      }
    }
    JsonNode properties = schema.path("properties");
    value
        .properties()
        .forEach(it -> {
          if (properties.has(it.getKey())) {
            check(properties.get(it.getKey()), it.getValue(), at + "/" + it.getKey(), found);
          } else if (!schema.path("additionalProperties").asBoolean(true)) {
            found.add(at + "/" + it.getKey() + " is unknown");
          }
        });
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    boolean any = false;
    for (JsonNode one : type) {
      any |= isOfType(one, value);
    }
    return any
        || switch (type.asText()) {
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "boolean" -> value.isBoolean();
          case "array" -> value.isArray();
          case "object" -> value.isObject();
          default -> false;
        };
  }
}
