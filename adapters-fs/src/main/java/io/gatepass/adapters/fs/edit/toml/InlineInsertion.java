package io.gatepass.adapters.fs.edit.toml;

import io.gatepass.adapters.fs.edit.Edited;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.toml.span.Gap;
import io.gatepass.adapters.fs.edit.toml.span.Value.InlineTable;
import io.gatepass.adapters.fs.text.LineBreaks;
import io.gatepass.adapters.fs.text.Splice;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds an entry as the last of an inline table. On one line it stays on one line; spread over lines
 * (TOML 1.1) it takes the line and the trailing comma of its siblings.
 */
final class InlineInsertion {
  private static final String UNIT = "  ";

  private final String text;
  private final InlineTable table;

  InlineInsertion(String text, InlineTable table) {
    this.text = text;
    this.table = table;
  }

  /** Adds the keys of the pointer from that depth on, as tables in each other, and the value. */
  Edited entry(Pointer at, int depth, String literal) {
    List<String> keys = at.keys();
    String value = literal;
    List<Pointer> created = new ArrayList<>();
    for (int inner = keys.size() - 1; inner > depth; inner--) {
      created.addFirst(at.prefix(inner));
      value = "{ " + TomlLiterals.key(keys.get(inner)) + " = " + value + " }";
    }
    boolean opens = table.interiorStart() == table.interiorEnd();
    return new Edited(
        entry(TomlLiterals.key(keys.get(depth)), value),
        created,
        opens ? List.of(at.prefix(depth)) : List.of());
  }

  /** Adds a key as it is spelled and its value. */
  String entry(String key, String literal) {
    return Splice.apply(
        text, table.entries().isEmpty() ? intoEmpty(key, literal) : afterLast(key, literal));
  }

  private List<Splice> intoEmpty(String key, String literal) {
    Gap gap = Gap.of(text, table.interiorStart(), table.interiorEnd());
    String inserted = emptyLead(gap) + key + " = " + literal;
    boolean opens = gap.start() == gap.end();
    return List.of(Splice.insert(gap.blankStart(), opens ? inserted + " " : inserted));
  }

  private String emptyLead(Gap gap) {
    if (LineBreaks.isIn(gap.blank(text))) {
      return nextLine(table.start()) + UNIT;
    }
    return gap.start() == gap.end() ? " " : gap.blank(text);
  }

  private List<Splice> afterLast(String key, String literal) {
    int last = table.entries().size() - 1;
    Gap before = gapBefore(last);
    Gap after = Gap.of(text, table.entries().get(last).value().end(), table.interiorEnd());
    String equals = Style.equalsOf(text, table.entries().get(last));
    String inserted = lead(before, after, equals) + key + equals + literal;
    if (after.comma().isPresent()) {
      return List.of(Splice.insert(after.blankStart(), inserted + ","));
    }
    return List.of(Splice.insert(after.start(), ","), Splice.insert(after.blankStart(), inserted));
  }

  private String lead(Gap before, Gap after, String equals) {
    String lead = before.blank(text);
    if (after.comment() && !LineBreaks.isIn(lead)) {
      return nextLine(table.start()) + UNIT;
    }
    if (table.entries().size() > 1 || LineBreaks.isIn(lead)) {
      return LineBreaks.isIn(lead) ? lastLine(lead) : lead;
    }
    return lead.isEmpty() && equals.equals("=") ? "" : " ";
  }

  private Gap gapBefore(int index) {
    int from = index == 0 ? table.interiorStart() : table.entries().get(index - 1).value().end();
    return Gap.of(text, from, table.entries().get(index).key().start());
  }

  private String nextLine(int offset) {
    return LineBreaks.of(text) + Style.indentationAt(text, offset);
  }

  private static String lastLine(String blank) {
    return LineBreaks.of(blank) + blank.substring(LineBreaks.lineStart(blank, blank.length()));
  }
}
