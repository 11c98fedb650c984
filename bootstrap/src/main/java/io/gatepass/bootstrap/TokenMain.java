package io.gatepass.bootstrap;

import io.gatepass.bootstrap.fasttoken.FastToken;
import java.util.Map;

/**
 * The short way of {@code gatepass token}, which the launcher tries first, in a JVM of its own with
 * an AOT cache of its own: one that held the whole program would take longer to map than this takes
 * to run. Where it has no answer, the launcher starts the whole program. docs/adr/0028
 */
public final class TokenMain {
  /** Any status but 0 would do; this one stands for "try the other way". */
  private static final int NO_ANSWER = 75;

  private TokenMain() {}

  /**
   * Prints the cached token, or ends with a status that is not 0 and prints nothing.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    if (!hasAnswered(System.getenv(), args)) {
      // Not exit: it looks for a logger first, which takes as long as all the rest.
      Runtime.getRuntime().halt(NO_ANSWER);
    }
  }

  static boolean hasAnswered(Map<String, String> environment, String... args) {
    return FastToken.isAskedFor(args) && ThisProcess.fastToken(environment).print(args);
  }
}
