package io.gatepass.e2e.image;

/**
 * A run of gatepass that has ended.
 *
 * @param command the command line
 * @param exitCode its exit code
 * @param stdout all it printed as its result
 * @param stderr all it said to the person
 */
public record Finished(String command, int exitCode, String stdout, String stderr) {
  /** The single line that a token helper prints. */
  public String token() {
    if (exitCode != 0 || !stdout.endsWith("\n") || stdout.lines().count() != 1) {
      throw new AssertionError("no single line on stdout: " + this);
    }
    return stdout.strip();
  }
}
