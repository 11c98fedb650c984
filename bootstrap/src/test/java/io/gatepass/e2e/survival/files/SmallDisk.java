package io.gatepass.e2e.survival.files;

import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.GatepassImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory on a disk of its own that has no byte left. */
final class SmallDisk implements AutoCloseable {
  private static final int PAGE = 4096;

  private final Path directory;
  private final Workplace place;

  private SmallDisk(Path directory, Workplace place) {
    this.directory = directory;
    this.place = place;
  }

  /** Mounts a disk of a few pages over an empty directory. */
  static SmallDisk over(Path directory, int pages, Workplace place) throws IOException {
    Files.createDirectories(directory);
    SmallDisk disk = new SmallDisk(directory, place);
    disk.run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + pages * PAGE, "tmpfs");
    return disk;
  }

  /** Uses up what is left of it. */
  void fill() throws IOException {
    long left = Files.getFileStore(directory).getUsableSpace();
    Files.write(directory.resolve("filler"), new byte[Math.toIntExact(left)]);
  }

  /** Frees it again. */
  void free() throws IOException {
    Files.delete(directory.resolve("filler"));
  }

  @Override
  public void close() {
    run("umount");
  }

  private void run(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.add(directory.toString());
    Finished finished = GatepassImage.run(place.sandbox(), all).finish();
    if (finished.exitCode() != 0) {
      throw new AssertionError("needs root: " + finished);
    }
  }
}
