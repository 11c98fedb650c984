package io.gatepass.adapters.cli.terminal;

import java.io.PrintWriter;

/**
 * The two streams of a command line program.
 *
 * @param out the command's result and nothing else
 * @param err everything else that a person reads
 * @param interactive whether a person looks at {@code err} on a terminal
 * @param home the user's home directory, shown as {@code ~}
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, String home) {
  /** Prints a line of the result. */
  public void result(String line) {
    out.println(line);
    out.flush();
  }

  /** Prints a line for a person. */
  public void say(String line) {
    err.println(line);
    err.flush();
  }

  /** A path as a person writes it. */
  public String shortened(String path) {
    boolean below = path.startsWith(home + "/") || path.startsWith(home + "\\");
    return below ? "~" + path.substring(home.length()) : path;
  }
}
