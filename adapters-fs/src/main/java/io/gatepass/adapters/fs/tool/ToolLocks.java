package io.gatepass.adapters.fs.tool;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.FileLock;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.tool.ToolId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The locks under which a tool's record and files are read, changed and written: one for the
 * record, then one for each file, always in the same order.
 */
final class ToolLocks {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final FileLocks locks;

  ToolLocks(FileLocks locks) {
    this.locks = locks;
  }

  /** Locks that are held until they are closed. */
  static final class Held implements AutoCloseable {
    private final List<FileLock> held = new ArrayList<>();

    @Override
    public void close() {
      held.reversed().forEach(FileLock::close);
    }
  }

  /**
   * Waits for the locks and takes them.
   *
   * @throws StorageFailed if another gatepass holds one of them too long
   */
  Held acquire(ToolId tool, Collection<String> files) {
    Held all = new Held();
    boolean complete = false;
    try {
      all.held.add(record(tool));
      SortedMap<Path, AtomicFile> byTarget = new TreeMap<>();
      files.stream()
          .map(file -> new AtomicFile(Path.of(file)))
          .forEach(file -> byTarget.put(file.target(), file));
      byTarget.values().forEach(file -> all.held.add(locks.acquire(file, PATIENCE)));
      complete = true;
      return all;
    } finally {
      if (!complete) {
        all.close();
      }
    }
  }

  private FileLock record(ToolId tool) {
    return locks
        .acquire("tool-" + tool, PATIENCE)
        .orElseThrow(() ->
            new StorageFailed(
                tool + " is being configured by another gatepass.",
                "Run the command again when that one has finished."));
  }
}
