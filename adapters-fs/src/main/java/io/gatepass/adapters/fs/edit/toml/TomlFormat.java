package io.gatepass.adapters.fs.edit.toml;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Edited;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.toml.span.Gap;
import io.gatepass.adapters.fs.edit.toml.span.Section;
import io.gatepass.adapters.fs.edit.toml.span.SectionLines;
import io.gatepass.adapters.fs.edit.toml.span.Value;
import io.gatepass.adapters.fs.edit.toml.span.Value.InlineTable;
import io.gatepass.adapters.fs.edit.toml.tree.Node;
import io.gatepass.adapters.fs.edit.toml.tree.TomlDocument;
import io.gatepass.adapters.fs.text.Splice;
import io.gatepass.adapters.fs.text.TextPosition;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * TOML 1.1. A value is edited where it stands, and a new one goes to the table it belongs to in the
 * way that table is written: under its header, as a dotted key, between braces. A table that is
 * missing gets a section at the end of the document, after an empty line. The tables that only lead
 * to others need no text and are never among those created; {@link Pointer#ROOT} is opened where
 * the document starts with a header.
 *
 * <p>A table with a section of its own, one of dotted keys and an array of tables have no raw text:
 * they are not found, and refused where a value is to be set.
 */
public final class TomlFormat implements DocumentFormat {
  @Override
  public String name() {
    return "toml";
  }

  @Override
  public Optional<String> find(String text, Pointer at) throws UneditableDocument {
    return placed(text, at).map(it -> rawOf(text, it.entry().value()));
  }

  @Override
  public Edited set(String text, Pointer at, ConfigValue value) throws UneditableDocument {
    TomlDocument document = TomlDocument.read(text);
    String literal = TomlLiterals.of(value);
    Node.Table table = document.root();
    for (int depth = 0; depth < at.keys().size() - 1; depth++) {
      Optional<Node> child = table.child(at.keys().get(depth));
      if (child.isEmpty()) {
        return new Insertion(text, at, literal).into(table, depth);
      }
      table = requireTable(text, at.keys().get(depth), child.get());
    }
    Optional<Node> target = table.child(at.last());
    return target.isPresent()
        ? Edited.of(overwrite(text, at.last(), target.get(), literal))
        : new Insertion(text, at, literal).into(table, at.keys().size() - 1);
  }

  @Override
  public String replace(String text, Pointer at, String raw) throws UneditableDocument {
    return splice(text, require(text, at).entry().value(), raw);
  }

  @Override
  public String remove(String text, Pointer at) throws UneditableDocument {
    return new Removal(text).entry(require(text, at));
  }

  @Override
  public String removeIfEmpty(String text, Pointer container) throws UneditableDocument {
    Removal removal = new Removal(text);
    return switch (TomlDocument.read(text).find(container).orElse(null)) {
      // Tables in it that have sections of their own do not need this one.
      case Node.Headed it when it.section().entries().isEmpty() ->
          it.section().header().map(header -> removal.section(it.section(), header)).orElse(text);
      case Node.Inline it when isBlank(text, it.table()) -> removal.entry(it);
      case null, default -> text;
    };
  }

  @Override
  public String closeIfEmpty(String text, Pointer container) throws UneditableDocument {
    return switch (TomlDocument.read(text).find(container).orElse(null)) {
      case Node.Headed it when container.isRoot() -> close(text, it.section());
      case Node.Inline it when isBlank(text, it.table()) ->
          delete(text, it.table().interiorStart(), it.table().interiorEnd());
      case null, default -> text;
    };
  }

  @Override
  public String raw(ConfigValue value) {
    return TomlLiterals.of(value);
  }

  @Override
  public boolean same(String raw, String other) {
    return TomlLiterals.same(raw, other);
  }

  @Override
  public String redact(String text, Predicate<String> keys) throws UneditableDocument {
    return Redaction.redact(text, keys);
  }

  private static Node.Table requireTable(String text, String key, Node node)
      throws UneditableDocument {
    return switch (node) {
      case Node.Table table -> table;
      case Node.Leaf _ -> throw refused(text, node, "the value of \"" + key + "\" is not a table");
      case Node.TableArray _ -> throw refused(text, node, "\"" + key + "\" is an array of tables");
    };
  }

  private static String overwrite(String text, String key, Node target, String literal)
      throws UneditableDocument {
    if (!(target instanceof Node.Placed placed)) {
      throw refused(text, target, "\"" + key + "\" is a table");
    }
    Value value = placed.entry().value();
    return TomlLiterals.same(rawOf(text, value), literal) ? text : splice(text, value, literal);
  }

  private static String close(String text, Section root) {
    SectionLines lines = SectionLines.of(text, root);
    return lines.areBlank() ? delete(text, lines.start(), lines.end()) : text;
  }

  private static Optional<Node.Placed> placed(String text, Pointer at) throws UneditableDocument {
    return TomlDocument.read(text)
        .find(at)
        .flatMap(it -> it instanceof Node.Placed placed ? Optional.of(placed) : Optional.empty());
  }

  private static Node.Placed require(String text, Pointer at) throws UneditableDocument {
    return placed(text, at)
        .orElseThrow(() -> new IllegalArgumentException("there is no value at " + at));
  }

  private static boolean isBlank(String text, InlineTable table) {
    return table.entries().isEmpty()
        && Gap.of(text, table.interiorStart(), table.interiorEnd()).isBlank();
  }

  private static UneditableDocument refused(String text, Node node, String reason) {
    return new UneditableDocument(TextPosition.of(text, node.position()), reason);
  }

  private static String rawOf(String text, Value value) {
    return text.substring(value.start(), value.end());
  }

  private static String splice(String text, Value value, String raw) {
    return Splice.apply(text, List.of(new Splice(value.start(), value.end(), raw)));
  }

  private static String delete(String text, int start, int end) {
    return Splice.apply(text, List.of(Splice.delete(start, end)));
  }
}
