package io.gatepass.adapters.fs.tool.override;

import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.nio.file.Path;

/**
 * A file in which something may be set.
 *
 * @param file where it is
 * @param format its format
 * @param text its text
 */
public record EditedDocument(Path file, DocumentFormat format, String text) {
  /** Whether a value is there. */
  boolean sets(Pointer at) {
    try {
      return format.find(text, at).isPresent();
    } catch (UneditableDocument e) {
      return true; // the key is there twice, or nobody can tell: better one warning too many
    }
  }
}
