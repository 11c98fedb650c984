package io.gatepass.adapters.fs.edit.toml.tree;

import io.gatepass.adapters.fs.edit.toml.span.Entry;
import io.gatepass.adapters.fs.edit.toml.span.Section;
import io.gatepass.adapters.fs.edit.toml.span.Value.InlineTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A table or a value of a document, by how the document makes it. */
public sealed interface Node {
  /** Where the document first makes it. */
  int position();

  /** A value that stands in one place: anything between {@code =} and the end of the entry. */
  sealed interface Placed extends Node {
    /** Its key and value. */
    Entry entry();

    /** Where it stands. */
    Place place();

    @Override
    default int position() {
      return entry().value().start();
    }
  }

  /** A value that is not a table: a leaf, or an array. */
  record Leaf(Entry entry, Place place) implements Placed {}

  /** Whatever has keys. */
  sealed interface Table extends Node {
    /** What is in it, by key. */
    Map<String, Node> children();

    /** What has that key. */
    default Optional<Node> child(String key) {
      return Optional.ofNullable(children().get(key));
    }
  }

  /** A table between braces; it is complete there. */
  record Inline(Entry entry, Place place, InlineTable table, Map<String, Node> children)
      implements Placed, Table {
    Inline(Entry entry, Place place, InlineTable table) {
      this(entry, place, table, new LinkedHashMap<>());
    }
  }

  /** A table that has a section: one with a header of its own, or the root. */
  record Headed(int position, Section section, Map<String, Node> children) implements Table {
    Headed(int position, Section section) {
      this(position, section, new LinkedHashMap<>());
    }
  }

  /** A table that is there because a header goes through it. */
  record Implicit(int position, Map<String, Node> children) implements Table {
    Implicit(int position) {
      this(position, new LinkedHashMap<>());
    }
  }

  /**
   * A table that dotted keys make.
   *
   * @param anchor the last entry whose key goes through it
   * @param depth how many parts of that key lead to it
   */
  record Dotted(Entry anchor, int depth, Place place, Map<String, Node> children) implements Table {
    Dotted(Entry anchor, int depth, Place place) {
      this(anchor, depth, place, new LinkedHashMap<>());
    }

    @Override
    public int position() {
      return anchor.key().start();
    }
  }

  /** An array of tables, one a double-bracketed header; what is known is its last element. */
  record TableArray(int position, Headed last) implements Node {}

  /**
   * Where an entry stands.
   *
   * @param section the section
   * @param inside the inline table in that section; absent where the entry has its own line
   */
  record Place(Section section, Optional<InlineTable> inside) {
    Place in(InlineTable table) {
      return new Place(section, Optional.of(table));
    }
  }
}
