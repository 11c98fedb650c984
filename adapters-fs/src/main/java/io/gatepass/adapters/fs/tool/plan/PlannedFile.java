package io.gatepass.adapters.fs.tool.plan;

import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.text.Utf8;
import io.gatepass.adapters.fs.undo.FilePlan;
import java.util.Optional;

/**
 * One file of a plan.
 *
 * @param file the file
 * @param format its format
 * @param before its text as it was read; absent where it did not exist
 * @param plan what to write
 */
public record PlannedFile(
    AtomicFile file, DocumentFormat format, Optional<String> before, FilePlan plan) {
  /** The bytes that were read. */
  public Optional<byte[]> seen() {
    return before.map(Utf8::encode);
  }

  /** The bytes to write. */
  public byte[] bytes() {
    return Utf8.encode(plan.text());
  }

  /** Whether they differ from those that were read. */
  public boolean changes() {
    return !plan.text().equals(before.orElse(""));
  }
}
