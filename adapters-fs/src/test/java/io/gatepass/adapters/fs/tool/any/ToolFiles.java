package io.gatepass.adapters.fs.tool.any;

import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.dotenv.DotenvDocuments;
import io.gatepass.adapters.fs.edit.jsonc.JsoncDocuments;
import io.gatepass.adapters.fs.edit.toml.TomlDocuments;
import io.gatepass.adapters.fs.tool.definition.ConfigFile;
import io.gatepass.adapters.fs.tool.definition.EditTemplate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any document in which a tool's file may be found: absent, blank, odd, with our keys or not. */
final class ToolFiles {
  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Pointer LIBRARY = Pointer.parse("/appliedId");

  private ToolFiles() {}

  /** A document for that file; nothing where it does not exist. */
  static Arbitrary<Optional<String>> of(ConfigFile file) {
    return documents(file).optional(0.8);
  }

  private static Arbitrary<String> documents(ConfigFile file) {
    List<Pointer> ours = file.edits().stream().map(EditTemplate::at).toList();
    return switch (file.format()) {
      case "toml" -> TomlDocuments.accepted();
      case "dotenv" -> DotenvDocuments.tame();
      case "script" -> Arbitraries.of("#!/bin/sh\nexec mine\n", "@echo off\r\nmine", "");
      default ->
          ours.contains(LIBRARY)
              ? Libraries.any(ours)
              : ours.getFirst().last().startsWith("[") ? JsoncDocuments.arrays() : objects(ours);
    };
  }

  /** Objects with some of our keys in them, whole or only the way to them. */
  private static Arbitrary<String> objects(List<Pointer> ours) {
    Arbitrary<String> member =
        Combinators.combine(
                Arbitraries.of(ours), Arbitraries.integers().between(1, 3), Spelling.any())
            .as(ToolFiles::member);
    return Arbitraries.oneOf(
        JsoncDocuments.accepted(),
        Combinators.combine(JsoncDocuments.accepted(), member).as(ToolFiles::with));
  }

  private static String member(Pointer at, int depth, Spelling spelling) {
    List<String> keys = at.keys().subList(0, Math.min(depth, at.keys().size()));
    String value = keys.size() == at.keys().size() ? spelling.scalar() : spelling.container();
    for (String key : keys.reversed().subList(0, keys.size() - 1)) {
      value = "{" + spelling.gap() + spelling.name(key) + ":" + value + spelling.gap() + "}";
    }
    return spelling.name(keys.getFirst()) + spelling.gap() + ":" + value;
  }

  /** A key that stands there twice would be refused, however its letters are written. */
  private static String with(String document, String member) {
    String name = plain(member.substring(0, member.indexOf('"', 1) + 1));
    int start = document.indexOf('{');
    boolean first = start >= 0 && document.substring(0, start).replace("\uFEFF", "").isBlank();
    return first && !plain(document).contains(name)
        ? document.substring(0, start + 1) + member + "," + document.substring(start + 1)
        : document;
  }

  private static String plain(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            it -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(it.group(1), 16))));
  }
}
