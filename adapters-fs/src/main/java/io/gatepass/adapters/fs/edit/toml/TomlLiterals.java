package io.gatepass.adapters.fs.edit.toml;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.toml.parse.TomlReader;
import io.gatepass.adapters.fs.edit.toml.span.Value;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How keys and values are spelled in TOML, on one line and as TOML 1.0 has it. */
final class TomlLiterals {
  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");

  private TomlLiterals() {}

  static String of(ConfigValue value) {
    return switch (value) {
      case ConfigValue.Text it -> text(it.text());
      case ConfigValue.Whole it -> Long.toString(it.number());
      case ConfigValue.Flag it -> Boolean.toString(it.flag());
      case ConfigValue.Items it ->
          it.items().stream().map(TomlLiterals::of).collect(Collectors.joining(", ", "[", "]"));
      case ConfigValue.Fields it ->
          it.fields().isEmpty()
              ? "{}"
              : it.fields().stream()
                  .map(field -> key(field.name()) + " = " + of(field.value()))
                  .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  static String key(String name) {
    return BARE_KEY.matcher(name).matches() ? name : text(name);
  }

  static String dotted(List<String> keys) {
    return keys.stream().map(TomlLiterals::key).collect(Collectors.joining("."));
  }

  /** Whether two raw values mean the same. */
  static boolean same(String raw, String other) {
    return raw.equals(other) || read(raw).meaning().equals(read(other).meaning());
  }

  private static Value read(String raw) {
    try {
      return TomlReader.value(raw);
    } catch (UneditableDocument e) {
      throw new IllegalArgumentException("a raw value does not parse, " + e.position(), e);
    }
  }

  private static String text(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints().forEach(c -> literal.append(escaped(c)));
    return literal.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c >= ' ' && c != 0x7F ? plain(c) : String.format("\\u%04X", c);
    };
  }

  private static String plain(int c) {
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      throw new IllegalArgumentException("TOML cannot hold half a surrogate pair");
    }
    return Character.toString(c);
  }
}
