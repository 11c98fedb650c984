package io.gatepass.bootstrap;

/**
 * Runs several command lines in one process: an AOT cache is made of what one process has loaded.
 * For the build of the image only.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Runs them, one after the other.
   *
   * @param lines command lines without the program's name; spaces part their words
   * @throws IllegalStateException if one fails: the cache would lack what it is for
   */
  public static void main(String[] lines) {
    for (String line : lines) {
      int exit = Application.over(ThisProcess.world()).cli().run(line.split(" "));
      if (exit != 0) {
        throw new IllegalStateException("exit code " + exit + ": gatepass " + line);
      }
    }
  }
}
