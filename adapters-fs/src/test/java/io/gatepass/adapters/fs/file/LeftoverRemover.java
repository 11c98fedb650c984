package io.gatepass.adapters.fs.file;

import java.nio.file.Path;

/** A process that removes what it takes for the leftovers of killed writers. */
final class LeftoverRemover {
  private LeftoverRemover() {}

  /** Removes those beside the file named. */
  public static void main(String[] args) {
    new AtomicFile(Path.of(args[0])).removeLeftovers();
    System.out.println("removed");
  }
}
