package io.gatepass.adapters.fs.edit.toml;

import io.gatepass.adapters.fs.edit.Edited;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.toml.span.Entry;
import io.gatepass.adapters.fs.edit.toml.span.Section;
import io.gatepass.adapters.fs.edit.toml.span.SectionLines;
import io.gatepass.adapters.fs.edit.toml.span.Value.InlineTable;
import io.gatepass.adapters.fs.edit.toml.tree.Node;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Dotted;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Headed;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Implicit;
import io.gatepass.adapters.fs.edit.toml.tree.Node.Inline;
import io.gatepass.adapters.fs.text.LineBreaks;
import io.gatepass.adapters.fs.text.Splice;
import io.gatepass.adapters.fs.text.WholeLines;
import java.util.List;
import java.util.Optional;

/**
 * Adds a key and its value, in the way in which the innermost table that is there is written: on a
 * line of its section, as a dotted key beside its others, or between its braces. Where a section is
 * missing it goes to the end of the document.
 */
final class Insertion {
  private final String text;
  private final Pointer at;
  private final String literal;
  private final String lineBreak;

  Insertion(String text, Pointer at, String literal) {
    this.text = text;
    this.at = at;
    this.literal = literal;
    this.lineBreak = LineBreaks.of(text);
  }

  /** Inserts into the table that holds the first {@code depth} keys of the pointer. */
  Edited into(Node.Table table, int depth) {
    return switch (table) {
      case Headed it when depth == at.keys().size() - 1 -> intoSection(it.section());
      case Headed _, Implicit _ -> newSection();
      case Dotted it -> besideDotted(it, rest(depth));
      case Inline it -> new InlineInsertion(text, it.table()).entry(at, depth, literal);
    };
  }

  private List<String> rest(int depth) {
    return at.keys().subList(depth, at.keys().size());
  }

  private Edited intoSection(Section section) {
    SectionLines lines = SectionLines.of(text, section);
    String line = line(style(section), TomlLiterals.key(at.last()));
    boolean opens = section.header().isEmpty() && !section.last() && lines.areNone();
    if (opens) {
      Splice splice = Splice.insert(lines.start(), line + lineBreak + lineBreak);
      return new Edited(apply(splice), List.of(), List.of(Pointer.ROOT));
    }
    return Edited.of(apply(WholeLines.insert(text, lines.lastEnd(), line)));
  }

  private Style style(Section section) {
    return section.entries().isEmpty()
        ? section
            .header()
            .map(header -> new Style(Style.indentationAt(text, header.start()), " = "))
            .orElse(Style.PLAIN)
        : Style.ofLine(text, section.entries().getLast());
  }

  private Edited besideDotted(Dotted table, List<String> rest) {
    Entry anchor = table.anchor();
    int prefixEnd = anchor.key().ends().get(table.depth() - 1);
    String prefix = text.substring(anchor.key().start(), prefixEnd);
    String key = prefix + "." + TomlLiterals.dotted(rest);
    Optional<InlineTable> inside = table.place().inside();
    if (inside.isPresent()) {
      return Edited.of(new InlineInsertion(text, inside.get()).entry(key, literal));
    }
    String line = line(Style.ofLine(text, anchor), key);
    return Edited.of(
        apply(WholeLines.insert(text, LineBreaks.nextLine(text, anchor.value().end()), line)));
  }

  private Edited newSection() {
    String line = line(Style.PLAIN, TomlLiterals.key(at.last()));
    String lines = "[" + TomlLiterals.dotted(at.parent().keys()) + "]" + lineBreak + line;
    boolean first = WholeLines.startsText(text, text.length());
    Splice splice = WholeLines.insert(text, text.length(), first ? lines : lineBreak + lines);
    return new Edited(apply(splice), List.of(at.parent()), List.of());
  }

  private String line(Style style, String key) {
    return style.indentation() + key + style.equals() + literal;
  }

  private String apply(Splice splice) {
    return Splice.apply(text, List.of(splice));
  }
}
