package io.gatepass.adapters.fs.tool.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.tool.definition.EditTemplate.Condition;
import io.gatepass.adapters.fs.tool.definition.Overrides.ProjectFile;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition.Binary;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition.Directory;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition.Note;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.tool.ModelTiers.Tier;
import io.gatepass.domain.tool.SupportLevel;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.tool.ToolMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads tool definitions; a missing or unknown word is an {@link IllegalArgumentException}. */
final class DefinitionJson {
  private DefinitionJson() {}

  static ToolDefinition definition(JsonNode node) {
    return new ToolDefinition(
        new ToolId(text(node, "id")),
        text(node, "displayName"),
        ToolMode.valueOf(constant(text(node, "mode"))),
        SupportLevel.valueOf(constant(text(node, "level"))),
        optionalText(node, "skipped"),
        directory(node.required("directory")),
        list(node.required("binaries"), DefinitionJson::binary),
        paths(node.path("applications")),
        list(node.required("files"), DefinitionJson::file),
        models(node.path("bedrockModels")),
        overrides(node.path("overrides")),
        list(node.path("notes"), DefinitionJson::note));
  }

  /** A path for every system, or an object with one or more for some systems. */
  static PathTemplates paths(JsonNode node) {
    Map<Os, List<String>> paths = new EnumMap<>(Os.class);
    for (Os os : Os.values()) {
      JsonNode own = node.isObject() ? node.path(os.name().toLowerCase(Locale.ROOT)) : node;
      if (!own.isMissingNode()) {
        paths.put(os, own.isArray() ? list(own, JsonNode::asText) : List.of(own.asText()));
      }
    }
    return new PathTemplates(paths);
  }

  private static Directory directory(JsonNode node) {
    return new Directory(
        optionalText(node, "variable"),
        optionalText(node, "below"),
        paths(node.required("path")),
        node.path("made").asBoolean());
  }

  private static Binary binary(JsonNode node) {
    return new Binary(text(node, "name"), list(node.path("places"), DefinitionJson::paths));
  }

  private static ConfigFile file(JsonNode node) {
    return new ConfigFile(
        text(node, "path"),
        optionalText(node, "on").map(it -> Set.of(Os.valueOf(constant(it)))).orElse(Set.of()),
        text(node, "format"),
        list(node.required("edits"), DefinitionJson::edit));
  }

  private static EditTemplate edit(JsonNode node) {
    return new EditTemplate(
        Pointer.parse(text(node, "at")), value(node.required("value")), when(node));
  }

  private static Condition when(JsonNode node) {
    return optionalText(node, "when").map(Condition::parse).orElse(Condition.ALWAYS);
  }

  private static Note note(JsonNode node) {
    return node.isTextual()
        ? new Note(plain(node.asText()), Condition.ALWAYS)
        : new Note(text(node, "text"), when(node));
  }

  private static ConfigValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> new ConfigValue.Text(node.textValue());
      case NUMBER -> new ConfigValue.Whole(node.longValue());
      case BOOLEAN -> new ConfigValue.Flag(node.booleanValue());
      case ARRAY -> new ConfigValue.Items(list(node, DefinitionJson::value));
      case OBJECT -> new ConfigValue.Fields(fields(node));
      default -> throw new IllegalArgumentException("no value to write: " + node);
    };
  }

  private static List<ConfigValue.Field> fields(JsonNode node) {
    return node.properties().stream()
        .map(field -> new ConfigValue.Field(field.getKey(), value(field.getValue())))
        .toList();
  }

  private static Map<Tier, String> models(JsonNode node) {
    Map<Tier, String> models = new EnumMap<>(Tier.class);
    node.properties()
        .forEach(it -> models.put(Tier.valueOf(constant(it.getKey())), it.getValue().asText()));
    return models;
  }

  private static Overrides overrides(JsonNode node) {
    return new Overrides(
        list(
            node.path("variables"),
            it -> new Overrides.Variable(text(it, "name"), text(it, "effect"), when(it))),
        optionalText(node, "variablesAt").map(Pointer::parse),
        list(node.path("project"), DefinitionJson::projectFile),
        paths(node.path("managed")),
        list(node.path("registry"), it -> plain(it.asText())));
  }

  private static ProjectFile projectFile(JsonNode node) {
    return new ProjectFile(
        text(node, "path"),
        text(node, "format"),
        list(node.path("at"), it -> Pointer.parse(plain(it.asText()))),
        text(node, "effect"));
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> read) {
    List<T> list = new ArrayList<>();
    node.forEach(item -> list.add(read.apply(item)));
    return list;
  }

  private static String text(JsonNode node, String name) {
    return plain(node.required(name).asText());
  }

  private static Optional<String> optionalText(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(it -> plain(it.asText()));
  }

  /** Names of files are among these texts, and no system has a file of another kind of name. */
  private static String plain(String text) {
    if (text.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a text holds control characters");
    }
    return text;
  }

  private static String constant(String word) {
    return word.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
