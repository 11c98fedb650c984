package io.gatepass.adapters.fs.tool.definition.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The published schema of tool definitions: as much of JSON Schema (draft 2020-12) as it uses, and
 * nothing more.
 */
public final class DefinitionSchema {
  private static final String RESOURCE = "/tools/tool-definition.schema.json";
  private static final int LONGEST = 60;
  private static final Set<String> WORDS =
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

  private final JsonNode root;

  private DefinitionSchema(JsonNode root) {
    this.root = root;
  }

  /** The schema that this version of gatepass publishes. */
  public static DefinitionSchema published() {
    try (InputStream in = DefinitionSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      return new DefinitionSchema(new JsonMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  /** Where it is published. */
  public String address() {
    return root.path("$id").asText();
  }

  /** What the document breaks: clauses that name the member and the rule; none if it is valid. */
  public List<String> violations(JsonNode document) {
    List<String> violations = new ArrayList<>();
    check(root, document, "", violations);
    return violations;
  }

  private void check(JsonNode unresolved, JsonNode value, String at, List<String> found) {
    JsonNode schema = resolved(unresolved);
    List<JsonNode> alternatives = alternatives(schema);
    if (!Rule.isOfType(schema.path("type"), value)) {
      found.add(named(at) + " must be " + Rule.words(schema, alternatives));
      return;
    }
    if (!alternatives.isEmpty()) {
      checkAny(schema, alternatives, value, at, found);
    }
    checkText(schema, value, at, found);
    checkItems(schema, value, at, found);
    checkMembers(schema, value, at, found);
  }

  private JsonNode resolved(JsonNode schema) {
    schema
        .fieldNames()
        .forEachRemaining(word -> {
          if (!WORDS.contains(word)) {
            throw new IllegalStateException("the schema uses " + word);
          }
        });
    return schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
  }

  private List<JsonNode> alternatives(JsonNode schema) {
    List<JsonNode> alternatives = new ArrayList<>();
    schema.path("anyOf").forEach(it -> alternatives.add(resolved(it)));
    return alternatives;
  }

  /** A value breaks the rules of the alternative that is of its type. */
  private void checkAny(
      JsonNode schema, List<JsonNode> alternatives, JsonNode value, String at, List<String> found) {
    alternatives.stream()
        .filter(it -> Rule.isOfType(it.path("type"), value))
        .findFirst()
        .ifPresentOrElse(
            it -> check(it, value, at, found),
            () -> found.add(named(at) + " must be " + Rule.words(schema, alternatives)));
  }

  private static void checkText(JsonNode schema, JsonNode value, String at, List<String> found) {
    boolean listed = !schema.has("enum");
    for (JsonNode one : schema.path("enum")) {
      listed |= one.equals(value);
    }
    if (!listed) {
      found.add(named(at, value) + "; it must be " + Rule.words(schema, List.of()));
    }
    String pattern = schema.path("pattern").asText();
    if (value.isTextual() && !Pattern.compile(pattern).matcher(value.asText()).find()) {
      found.add(named(at, value) + "; it must match " + pattern);
    }
  }

  private void checkItems(JsonNode schema, JsonNode value, String at, List<String> found) {
    if (value.isArray() && value.size() < schema.path("minItems").asInt()) {
      found.add(named(at) + " must have at least one item");
    }
    for (int i = 0; value.isArray() && schema.has("items") && i < value.size(); i++) {
      check(schema.get("items"), value.get(i), at + "[" + i + "]", found);
    }
  }

  private void checkMembers(JsonNode schema, JsonNode value, String at, List<String> found) {
    JsonNode members = schema.path("properties");
    for (JsonNode required : schema.path("required")) {
      String name = required.asText();
      if (!value.has(name)) {
        JsonNode rule = resolved(members.path(name));
        String words = Rule.words(rule, alternatives(rule));
        found.add(named(inside(at, name)) + " is missing; it must be " + words);
      }
    }
    value
        .properties()
        .forEach(it -> {
          String place = inside(at, it.getKey());
          if (members.has(it.getKey())) {
            check(members.get(it.getKey()), it.getValue(), place, found);
          } else if (!schema.path("additionalProperties").asBoolean(true)) {
            found.add(named(place) + " is unknown; the members here are " + names(members));
          }
        });
  }

  private static String names(JsonNode members) {
    return members.properties().stream().map(it -> it.getKey()).collect(Collectors.joining(", "));
  }

  private static String inside(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  private static String named(String at) {
    return at.isEmpty() ? "the file" : at;
  }

  private static String named(String at, JsonNode value) {
    String shown = value.toString();
    return named(at)
        + " is "
        + (shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown);
  }
}
