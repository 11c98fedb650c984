package io.gatepass.adapters.fs.edit.toml;

import io.gatepass.adapters.fs.edit.toml.span.Entry;
import io.gatepass.adapters.fs.edit.toml.span.Gap;
import io.gatepass.adapters.fs.edit.toml.span.Section;
import io.gatepass.adapters.fs.edit.toml.span.Section.Header;
import io.gatepass.adapters.fs.edit.toml.span.SectionLines;
import io.gatepass.adapters.fs.edit.toml.span.Value.InlineTable;
import io.gatepass.adapters.fs.edit.toml.tree.Node;
import io.gatepass.adapters.fs.text.LineBreaks;
import io.gatepass.adapters.fs.text.Splice;
import io.gatepass.adapters.fs.text.WholeLines;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes an entry or an empty section. The exact inverse of {@link Insertion}; wherever the entry
 * has gone since, its neighbours and all comments stay.
 */
final class Removal {
  private final String text;

  Removal(String text) {
    this.text = text;
  }

  String entry(Node.Placed placed) {
    return placed
        .place()
        .inside()
        .map(table -> fromInline(table, placed.entry()))
        .orElseGet(() -> line(placed.entry().key().start(), placed.entry().value().end()));
  }

  /** Removes a section without entries, with the empty line before it; not if it has a comment. */
  String section(Section section, Header header) {
    boolean commented = !rest(header.end()).isBlank();
    if (commented || !SectionLines.of(text, section).areBlank()) {
      return text;
    }
    int lineStart = LineBreaks.lineStart(text, header.start());
    int before = lineStart - LineBreaks.lengthBefore(text, lineStart);
    boolean emptyLine = before < lineStart && LineBreaks.lineStart(text, before) == before;
    return lines(emptyLine ? before : lineStart, header.end());
  }

  private String line(int start, int end) {
    String rest = rest(end);
    if (rest.isBlank()) {
      return lines(LineBreaks.lineStart(text, start), end);
    }
    int comment = end + rest.length() - rest.stripLeading().length();
    return delete(start, comment);
  }

  private String rest(int offset) {
    return text.substring(offset, LineBreaks.nextLine(text, offset));
  }

  private String lines(int start, int end) {
    return Splice.apply(text, List.of(WholeLines.delete(text, start, end)));
  }

  private String delete(int start, int end) {
    return Splice.apply(text, List.of(Splice.delete(start, end)));
  }

  private String fromInline(InlineTable table, Entry entry) {
    int index = table.entries().indexOf(entry);
    int last = table.entries().size() - 1;
    int previous =
        index == 0 ? table.interiorStart() : table.entries().get(index - 1).value().end();
    int next = index == last ? table.interiorEnd() : table.entries().get(index + 1).key().start();
    Gap before = Gap.of(text, previous, entry.key().start());
    Gap after = Gap.of(text, entry.value().end(), next);
    List<Splice> splices = new ArrayList<>();
    if (after.comma().isEmpty()) {
      before.comma().ifPresent(comma -> splices.add(Splice.delete(comma, comma + 1)));
    }
    int comma = after.comma().orElse(-1);
    boolean adjacent = comma == after.start();
    int end = adjacent ? comma + 1 : after.start();
    splices.add(Splice.delete(start(before, end), end));
    if (comma >= 0 && !adjacent) {
      splices.add(Splice.delete(comma, comma + 1));
    }
    return Splice.apply(text, splices);
  }

  // A comment before the entry must not swallow what follows it.
  private int start(Gap before, int end) {
    boolean swallows = before.comment() && LineBreaks.lengthAt(text, end) == 0;
    return before.blankStart() + (swallows ? LineBreaks.lengthAt(text, before.blankStart()) : 0);
  }
}
