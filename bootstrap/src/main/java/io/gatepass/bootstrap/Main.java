package io.gatepass.bootstrap;

/** The program's entry point. */
public final class Main {
  private Main() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param args the command line, see {@code gatepass --help}
   */
  public static void main(String[] args) {
    // Before Guice is loaded: it would generate classes by means that JDK 25 warns of on stderr.
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    System.exit(Application.over(ThisProcess.world()).cli().run(args));
  }
}
