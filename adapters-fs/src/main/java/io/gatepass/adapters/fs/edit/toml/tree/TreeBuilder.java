package io.gatepass.adapters.fs.edit.toml.tree;

import io.gatepass.adapters.fs.edit.toml.span.Entry;
import io.gatepass.adapters.fs.edit.toml.span.Key;
import io.gatepass.adapters.fs.edit.toml.span.Section;
import io.gatepass.adapters.fs.edit.toml.span.Section.Header;
import io.gatepass.adapters.fs.edit.toml.span.Value;
import io.gatepass.adapters.fs.edit.toml.span.Value.InlineTable;
import io.gatepass.adapters.fs.edit.toml.span.Value.Items;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Dotted;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Headed;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Implicit;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Inline;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Leaf;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Place;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Table;
import io.gatepass.adapters.fs.edit.toml.tree.Node.TableArray;
import io.gatepass.adapters.fs.text.TextPosition;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;
import java.util.Optional;

/**
 * Makes the tables that sections and entries define, and refuses what defines one twice: the rules
 * of "Table", "Inline Table" and "Array of Tables" in the TOML specification.
 */
final class TreeBuilder {
  private final String text;

  TreeBuilder(String text) {
    this.text = text;
  }

  Headed build(List<Section> sections) throws UneditableDocument {
    Headed root = new Headed(0, sections.getFirst());
    for (Section section : sections) {
      Headed table =
          section.header().isEmpty() ? root : open(root, section, section.header().get());
      add(table, section.entries(), new Place(section, Optional.empty()));
    }
    return root;
  }

  private Headed open(Headed root, Section section, Header header) throws UneditableDocument {
    Key key = header.key();
    Table parent = root;
    for (String part : key.parts().subList(0, key.parts().size() - 1)) {
      parent = through(parent, part, key.start());
    }
    Optional<Node> there = parent.child(key.last());
    Headed table = opened(there, section, header);
    parent
        .children()
        .put(
            key.last(),
            header.array()
                ? new TableArray(there.map(Node::position).orElse(key.start()), table)
                : table);
    return table;
  }

  private Headed opened(Optional<Node> there, Section section, Header header)
      throws UneditableDocument {
    int position = header.key().start();
    if (there.isEmpty() || (header.array() && there.get() instanceof TableArray)) {
      return new Headed(position, section);
    }
    if (!header.array() && there.get() instanceof Implicit implicit) {
      return new Headed(implicit.position(), section, implicit.children());
    }
    throw twice(position);
  }

  /** The table that a header goes through on its way to its own. */
  private Table through(Table parent, String part, int position) throws UneditableDocument {
    Node node = parent.children().computeIfAbsent(part, _ -> new Implicit(position));
    return switch (node) {
      case TableArray array -> array.last();
      case Headed table -> table;
      case Implicit table -> table;
      case Dotted table -> table;
      case Inline _, Leaf _ -> throw twice(position);
    };
  }

  private void add(Table table, List<Entry> entries, Place place) throws UneditableDocument {
    for (Entry entry : entries) {
      add(table, entry, place);
    }
  }

  private void add(Table table, Entry entry, Place place) throws UneditableDocument {
    Key key = entry.key();
    Table parent = table;
    for (int depth = 1; depth < key.parts().size(); depth++) {
      parent = dotted(parent, entry, depth, place);
    }
    if (parent.child(key.last()).isPresent()) {
      throw twice(key.start());
    }
    parent.children().put(key.last(), node(entry, place));
  }

  /** A table that only leads to others may still get keys of its own, as readers agree. */
  private Dotted dotted(Table parent, Entry entry, int depth, Place place)
      throws UneditableDocument {
    String part = entry.key().parts().get(depth - 1);
    Optional<Node> there = parent.child(part);
    Dotted table =
        switch (there.orElse(null)) {
          case null -> new Dotted(entry, depth, place);
          case Dotted before -> new Dotted(entry, depth, place, before.children());
          case Implicit before -> new Dotted(entry, depth, place, before.children());
          default -> throw twice(entry.key().start());
        };
    parent.children().put(part, table);
    return table;
  }

  private Node node(Entry entry, Place place) throws UneditableDocument {
    if (entry.value() instanceof InlineTable table) {
      Inline inline = new Inline(entry, place, table);
      add(inline, table.entries(), place.in(table));
      return inline;
    }
    check(entry.value(), place);
    return new Leaf(entry, place);
  }

  /** Tables in arrays cannot be pointed at, but must be right all the same. */
  private void check(Value value, Place place) throws UneditableDocument {
    if (value instanceof Items items) {
      for (Value item : items.items()) {
        check(item, place);
      }
    } else if (value instanceof InlineTable table) {
      add(new Implicit(table.start()), table.entries(), place.in(table));
    }
  }

  private UneditableDocument twice(int position) {
    return new UneditableDocument(
        TextPosition.of(text, position), "this key or table is defined twice");
  }
}
