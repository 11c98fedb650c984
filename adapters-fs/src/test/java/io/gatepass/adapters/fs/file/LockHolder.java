package io.gatepass.adapters.fs.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A process that takes a lock, says so, and keeps it for as long as it lives. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    Duration patience = Duration.ofSeconds(10);
    try (FileLock _ = locks(args[0]).acquire(args[1], patience).orElseThrow()) {
      System.out.println("holds " + args[1]);
      var _ = System.in.read();
    }
  }

  private static FileLocks locks(String directory) {
    return new FileLocks(Path.of(directory), System::nanoTime);
  }
}
