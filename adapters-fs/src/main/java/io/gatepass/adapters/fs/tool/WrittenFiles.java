package io.gatepass.adapters.fs.tool;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.Directories;
import io.gatepass.adapters.fs.tool.plan.PlannedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that one commit has written, and how to put their bytes back. */
final class WrittenFiles {
  private final List<Written> written = new ArrayList<>();

  private record Written(
      AtomicFile file, Optional<byte[]> before, Optional<byte[]> after, List<Path> made) {}

  List<String> names() {
    return written.stream().map(it -> it.file().toString()).distinct().toList();
  }

  /**
   * Writes a file.
   *
   * @return whether it was written; if not, it has changed since the plan was made
   */
  boolean write(PlannedFile planned) {
    AtomicFile file = planned.file();
    List<Path> missing = file.missingDirectories();
    byte[] bytes = planned.bytes();
    if (!file.writeIfUnchanged(planned.seen(), bytes)) {
      return false;
    }
    written.add(new Written(file, planned.seen(), Optional.of(bytes), missing));
    return true;
  }

  /**
   * Puts all bytes back that nobody has changed since.
   *
   * @return whether that was all of them
   */
  boolean restore() {
    boolean all = true;
    for (Written it : written.reversed()) {
      all &= restore(it);
    }
    written.clear();
    return all;
  }

  private static boolean restore(Written it) {
    if (it.before().isPresent()) {
      return it.file().writeIfUnchanged(it.after(), it.before().get());
    }
    boolean ours = Arrays.equals(it.file().read().orElse(null), it.after().orElse(null));
    if (ours) {
      it.file().delete();
      var _ = Directories.removeEmpty(it.made());
    }
    return ours;
  }
}
