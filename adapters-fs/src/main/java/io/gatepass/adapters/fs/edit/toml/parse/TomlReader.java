package io.gatepass.adapters.fs.edit.toml.parse;

import io.gatepass.adapters.fs.edit.toml.span.Entry;
import io.gatepass.adapters.fs.edit.toml.span.Key;
import io.gatepass.adapters.fs.edit.toml.span.Section;
import io.gatepass.adapters.fs.edit.toml.span.Section.Header;
import io.gatepass.adapters.fs.edit.toml.span.Value;
import io.gatepass.adapters.fs.text.LineBreaks;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a TOML 1.1 text. Checks its grammar, not whether its keys and tables go together. What it
 * says of a text never quotes it, for it may hold a credential.
 */
public final class TomlReader {
  private final String text;
  private final Cursor cursor;
  private final ValueReader values;
  private final List<Section> sections = new ArrayList<>();
  private Optional<Header> header = Optional.empty();
  private List<Entry> entries = new ArrayList<>();
  private int start;

  private TomlReader(String text) {
    this.text = text;
    this.cursor = new Cursor(text);
    this.values = new ValueReader(cursor);
    this.start = cursor.at();
  }

  /**
   * Reads a document.
   *
   * @return its sections, the first of them the root's
   * @throws UneditableDocument if it is not TOML, with the place
   */
  public static List<Section> document(String text) throws UneditableDocument {
    return new TomlReader(text).sections();
  }

  /**
   * Reads one value.
   *
   * @throws UneditableDocument if the text is not one value
   */
  public static Value value(String text) throws UneditableDocument {
    TomlReader reader = new TomlReader(text);
    Value value = reader.values.value();
    if (reader.cursor.peek() != Cursor.END) {
      throw reader.cursor.refused();
    }
    return value;
  }

  private List<Section> sections() throws UneditableDocument {
    while (cursor.peek() != Cursor.END) {
      cursor.skipBlanks();
      int c = cursor.peek();
      if (c == '[') {
        header();
      } else if (c != '#' && c != '\n' && c != '\r' && c != Cursor.END) {
        entries.add(values.entry());
      }
      cursor.endLine();
    }
    endSection(cursor.at(), true);
    return sections;
  }

  private void header() throws UneditableDocument {
    int opening = cursor.at();
    endSection(LineBreaks.lineStart(text, opening), false);
    boolean array = cursor.take("[[");
    if (!array) {
      cursor.expect("[");
    }
    cursor.skipBlanks();
    Key key = values.key();
    cursor.expect(array ? "]]" : "]");
    header = Optional.of(new Header(opening, cursor.at(), key, array));
    start = LineBreaks.nextLine(text, cursor.at());
  }

  private void endSection(int end, boolean last) {
    sections.add(new Section(header, start, end, last, entries));
    entries = new ArrayList<>();
  }
}
