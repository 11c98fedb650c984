package io.gatepass.adapters.fs.edit.toml;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.Trial.Edit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** What an independent parser, tomlj, says about a document. */
final class TomlJudge {
  static {
    // Its recovery from a syntax error asserts what does not hold for every document.
    TomlJudge.class.getClassLoader().setPackageAssertionStatus("org.tomlj", false);
  }

  private TomlJudge() {}

  /** Nothing where it breaks down over the document: its recovery from errors has bugs. */
  static Optional<Boolean> accepts(String document) {
    try {
      return Optional.of(!parse(document).hasErrors());
    } catch (NullPointerException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** The document as maps, lists and values. */
  static Map<String, Object> tree(String document) {
    TomlParseResult result = parse(document);
    if (result.hasErrors()) {
      throw new AssertionError(result.errors() + " in\n" + document);
    }
    return tree(result);
  }

  @SuppressWarnings("unchecked")
  static void put(Map<String, Object> root, Edit edit) {
    Map<String, Object> table = root;
    for (String key : edit.at().parent().keys()) {
      table = (Map<String, Object>) table.computeIfAbsent(key, _ -> new LinkedHashMap<>());
    }
    table.put(edit.at().last(), plain(edit.value()));
  }

  private static Object plain(ConfigValue value) {
    return switch (value) {
      case ConfigValue.Text it -> it.text();
      case ConfigValue.Whole it -> it.number();
      case ConfigValue.Flag it -> it.flag();
      case ConfigValue.Items it -> it.items().stream().map(TomlJudge::plain).toList();
      case ConfigValue.Fields it -> {
        Map<String, Object> table = new LinkedHashMap<>();
        it.fields().forEach(field -> table.put(field.name(), plain(field.value())));
        yield table;
      }
    };
  }

  private static TomlParseResult parse(String document) {
    return Toml.parse(document.startsWith("\uFEFF") ? document.substring(1) : document);
  }

  private static Map<String, Object> tree(TomlTable table) {
    Map<String, Object> tree = new LinkedHashMap<>();
    table.entrySet().forEach(entry -> tree.put(entry.getKey(), plain(entry.getValue())));
    return tree;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case TomlTable table -> tree(table);
      case TomlArray array -> array.toList().stream().map(TomlJudge::plain).toList();
      default -> value;
    };
  }
}
