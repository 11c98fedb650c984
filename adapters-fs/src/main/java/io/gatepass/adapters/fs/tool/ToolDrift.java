package io.gatepass.adapters.fs.tool;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.tool.plan.Formats;
import io.gatepass.adapters.fs.undo.FileReverter;
import io.gatepass.adapters.fs.undo.RevertedFile.Left;
import io.gatepass.adapters.fs.undo.RevertedFile.Reason;
import io.gatepass.domain.undo.FileUndo;
import java.nio.file.Path;
import java.util.List;

/** What of a file's values is no longer as setup has left it. */
final class ToolDrift {
  private static final byte[] NOTHING = {};

  private ToolDrift() {}

  static List<String> of(FileUndo undo) {
    Path file = Path.of(undo.file());
    byte[] bytes = new AtomicFile(file).read().orElse(NOTHING);
    FileReverter reverter = new FileReverter(Formats.named(undo.format()));
    return Formats.edit(file, bytes, "gatepass setup", text -> reverter.drift(text, undo)).stream()
        .map(it -> sentence(file, it))
        .toList();
  }

  private static String sentence(Path file, Left it) {
    return "%s in %s has been %s since setup."
        .formatted(
            String.join(".", it.at().keys()),
            file,
            it.reason() == Reason.REMOVED ? "removed" : "changed");
  }
}
