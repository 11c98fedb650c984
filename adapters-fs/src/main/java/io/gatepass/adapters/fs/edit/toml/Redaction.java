package io.gatepass.adapters.fs.edit.toml;

import io.gatepass.adapters.fs.edit.toml.span.Entry;
import io.gatepass.adapters.fs.edit.toml.span.Section;
import io.gatepass.adapters.fs.edit.toml.span.Value;
import io.gatepass.adapters.fs.edit.toml.tree.TomlDocument;
import io.gatepass.adapters.fs.text.Splice;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Blanks out the texts, numbers and dates under some keys, however deep in arrays. */
final class Redaction {
  private static final String REDACTED = "\"[redacted]\"";

  private final Predicate<String> keys;
  private final List<Splice> splices = new ArrayList<>();

  private Redaction(Predicate<String> keys) {
    this.keys = keys;
  }

  static String redact(String text, Predicate<String> keys) throws UneditableDocument {
    Redaction self = new Redaction(keys);
    for (Section section : TomlDocument.read(text).sections()) {
      self.entries(section.entries());
    }
    return Splice.apply(text, self.splices);
  }

  private void entries(List<Entry> entries) {
    for (Entry entry : entries) {
      value(entry.value(), keys.test(entry.key().last()));
    }
  }

  private void value(Value value, boolean secret) {
    switch (value) {
      case Value.Scalar it -> scalar(it, secret);
      case Value.Items it -> it.items().forEach(item -> value(item, secret));
      case Value.InlineTable it -> entries(it.entries());
    }
  }

  private void scalar(Value.Scalar scalar, boolean secret) {
    if (secret && !(scalar.meaning() instanceof Boolean)) {
      splices.add(new Splice(scalar.start(), scalar.end(), REDACTED));
    }
  }
}
