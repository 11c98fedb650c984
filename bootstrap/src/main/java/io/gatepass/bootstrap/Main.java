package io.gatepass.bootstrap;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The program's entry point. So far it answers {@code --version} only. */
public final class Main {

  private Main() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param args the command line, see {@code gatepass --help}
   */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.equals(List.of("--version"))) {
      out.println(version());
      return 0;
    }
    err.println("gatepass: this build answers --version only.");
    return 2;
  }

  private static String version() {
    try {
      return BuildInfo.load().describe(Runtime.version());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
