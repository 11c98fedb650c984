package io.gatepass.adapters.fs.edit.dotenv;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Edited;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.text.LineBreaks;
import io.gatepass.adapters.fs.text.Splice;
import io.gatepass.adapters.fs.text.TextPosition;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.text.WholeLines;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lines of {@code KEY=value}, as the npm package dotenv reads them. A pointer is one key. A new
 * entry goes after the last line. Every text is a document; refused are a key that appears twice,
 * of which dotenv takes the last, and an edit that would change what another line means, as a new
 * line after an open quote may.
 */
public final class DotenvFormat implements DocumentFormat {
  @Override
  public String name() {
    return "dotenv";
  }

  @Override
  public Optional<String> find(String text, Pointer at) throws UneditableDocument {
    return entry(text, at).map(it -> text.substring(it.valueStart(), it.valueEnd()));
  }

  @Override
  public Edited set(String text, Pointer at, ConfigValue value) throws UneditableDocument {
    String key = key(at);
    String wanted = DotenvLiterals.text(value);
    Optional<Entry> there = entry(text, at);
    if (there.filter(it -> it.value().equals(wanted)).isPresent()) {
      return Edited.of(text);
    }
    for (String raw : DotenvLiterals.of(wanted)) {
      String edited = there.isPresent() ? splice(text, there.get(), raw) : append(text, key, raw);
      if (others(edited, key).equals(others(text, key)) && reads(edited, at, wanted)) {
        return Edited.of(edited);
      }
    }
    throw refused(text, key, there);
  }

  @Override
  public String replace(String text, Pointer at, String raw) throws UneditableDocument {
    return splice(text, require(text, at), raw);
  }

  @Override
  public String remove(String text, Pointer at) throws UneditableDocument {
    Entry entry = require(text, at);
    String rest = text.substring(entry.valueEnd(), LineBreaks.nextLine(text, entry.valueEnd()));
    if (rest.isBlank()) {
      int lineStart = LineBreaks.lineStart(text, entry.start());
      return apply(text, WholeLines.delete(text, lineStart, entry.valueEnd()));
    }
    int comment = entry.valueEnd() + rest.length() - rest.stripLeading().length();
    return apply(text, Splice.delete(entry.start(), comment));
  }

  /** Changes nothing: there are no containers. */
  @Override
  public String removeIfEmpty(String text, Pointer container) {
    return text;
  }

  /** Changes nothing: there are no containers. */
  @Override
  public String closeIfEmpty(String text, Pointer container) {
    return text;
  }

  @Override
  public String raw(ConfigValue value) {
    return DotenvLiterals.of(DotenvLiterals.text(value)).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("dotenv cannot hold this text"));
  }

  @Override
  public boolean same(String raw, String other) {
    return DotenvReader.meaning(raw).equals(DotenvReader.meaning(other));
  }

  @Override
  public String redact(String text, Predicate<String> keys) {
    return Redaction.redact(text, keys);
  }

  private static String key(Pointer at) {
    if (at.keys().size() != 1) {
      throw new IllegalArgumentException("\"" + at + "\" is not one key, and dotenv has no others");
    }
    return DotenvLiterals.key(at.last());
  }

  private static Optional<Entry> entry(String text, Pointer at) throws UneditableDocument {
    String key = key(at);
    List<Entry> entries =
        DotenvReader.read(text).stream().filter(it -> it.key().equals(key)).toList();
    if (entries.size() > 1) {
      throw new UneditableDocument(
          TextPosition.of(text, entries.get(1).start()), "the key \"" + key + "\" appears twice");
    }
    return entries.stream().findFirst();
  }

  private static Entry require(String text, Pointer at) throws UneditableDocument {
    return entry(text, at)
        .orElseThrow(() -> new IllegalArgumentException("there is no value at " + at));
  }

  private static String append(String text, String key, String raw) {
    return apply(text, WholeLines.insert(text, text.length(), key + "=" + raw));
  }

  private static boolean reads(String text, Pointer at, String wanted) throws UneditableDocument {
    return entry(text, at).filter(it -> it.value().equals(wanted)).isPresent();
  }

  /** What the other keys mean: an edit must not change it. */
  private static List<List<String>> others(String text, String key) {
    return DotenvReader.read(text).stream()
        .filter(it -> !it.key().equals(key))
        .map(it -> List.of(it.key(), it.value()))
        .toList();
  }

  private static UneditableDocument refused(String text, String key, Optional<Entry> there) {
    int lastLine =
        DotenvReader.read(text).stream().mapToInt(Entry::start).max().orElse(text.length());
    return new UneditableDocument(
        TextPosition.of(text, there.map(Entry::start).orElse(lastLine)),
        "the value for \"" + key + "\" would run into other lines; a quote may be open");
  }

  private static String splice(String text, Entry entry, String raw) {
    return apply(text, new Splice(entry.valueStart(), entry.valueEnd(), raw));
  }

  private static String apply(String text, Splice splice) {
    return Splice.apply(text, List.of(splice));
  }
}
