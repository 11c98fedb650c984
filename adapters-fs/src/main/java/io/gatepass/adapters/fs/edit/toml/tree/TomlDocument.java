package io.gatepass.adapters.fs.edit.toml.tree;

import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.toml.parse.TomlReader;
import io.gatepass.adapters.fs.edit.toml.span.Section;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Headed;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Table;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;
import java.util.Optional;

/**
 * A TOML document that has been read.
 *
 * @param text the whole text
 * @param sections its sections, the first of them the root's
 * @param root the table that holds everything
 */
public record TomlDocument(String text, List<Section> sections, Headed root) {
  /** Copies the list. */
  public TomlDocument {
    sections = List.copyOf(sections);
  }

  /**
   * Reads.
   *
   * @throws UneditableDocument if it is not TOML, or defines a key or a table twice
   */
  public static TomlDocument read(String text) throws UneditableDocument {
    List<Section> sections = TomlReader.document(text);
    return new TomlDocument(text, sections, new TreeBuilder(text).build(sections));
  }

  /** What stands there; absent where it or a table on the way is missing or is not a table. */
  public Optional<Node> find(Pointer at) {
    Optional<Node> node = Optional.of(root);
    for (String key : at.keys()) {
      node = node.flatMap(it -> it instanceof Table table ? table.child(key) : Optional.empty());
    }
    return node;
  }
}
