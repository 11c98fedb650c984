package io.gatepass.adapters.fs.tool;

import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.Directories;
import io.gatepass.adapters.fs.text.Utf8;
import io.gatepass.adapters.fs.tool.plan.Formats;
import io.gatepass.adapters.fs.undo.FileReverter;
import io.gatepass.adapters.fs.undo.RevertedFile;
import io.gatepass.adapters.fs.undo.RevertedFile.Left;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.undo.FileUndo;
import io.gatepass.domain.undo.UndoRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes back what a record says, file by file. */
final class ToolReverter {
  private static final int ATTEMPTS = 5;

  private final List<String> left = new ArrayList<>();

  ToolChange revert(UndoRecord record) {
    record.files().forEach(this::revert);
    List<String> files = record.files().stream().map(FileUndo::file).toList();
    return left.isEmpty()
        ? new ToolChange.Reverted(record.tool().id(), files)
        : new ToolChange.Conflict(record.tool().id(), files, left);
  }

  private void revert(FileUndo undo) {
    AtomicFile file = new AtomicFile(Path.of(undo.file()));
    file.removeLeftovers();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<byte[]> seen = file.read();
      if (seen.isEmpty() || revert(file, seen.get(), undo)) {
        var _ = Directories.removeEmpty(undo.createdDirectories().stream().map(Path::of).toList());
        return;
      }
    }
    throw new StorageFailed(
        file + " keeps changing while it is edited.",
        "Close the program that changes it and run gatepass teardown again.");
  }

  /** Whether it is done; if not, the file has changed since it was read. */
  private boolean revert(AtomicFile file, byte[] seen, FileUndo undo) {
    FileReverter reverter = new FileReverter(Formats.named(undo.format()));
    RevertedFile reverted =
        Formats.edit(file.path(), seen, "gatepass teardown", text -> reverter.revert(text, undo));
    boolean done = put(file, seen, reverted);
    if (done) {
      reverted.left().forEach(it -> left.add(sentence(file, it)));
    }
    return done;
  }

  private static boolean put(AtomicFile file, byte[] seen, RevertedFile reverted) {
    byte[] bytes = Utf8.encode(reverted.text());
    if (reverted.obsolete()) {
      return deleteIfUnchanged(file, seen);
    }
    return Arrays.equals(bytes, seen) || file.writeIfUnchanged(Optional.of(seen), bytes);
  }

  private static boolean deleteIfUnchanged(AtomicFile file, byte[] seen) {
    boolean unchanged = Arrays.equals(file.read().orElse(null), seen);
    if (unchanged) {
      file.delete();
    }
    return unchanged;
  }

  private static String sentence(AtomicFile file, Left it) {
    String what = words(it.at()) + " in " + file;
    return switch (it.reason()) {
      case CHANGED -> what + " has been changed since setup and is left as it is.";
      case REMOVED -> what + " has been removed since setup; its former value is not put back.";
      case LOST ->
          what
              + " had a credential before setup, which the secret store no longer has: set it"
              + " again.";
    };
  }

  private static String words(Pointer at) {
    return String.join(".", at.keys());
  }
}
