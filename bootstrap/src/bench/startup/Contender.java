import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A program that is run again and again.
 *
 * @param name what it does
 * @param aim what it should take, as docs say it; empty for a peer
 * @param before puts everything back to where it was before the last run; not timed
 */
record Contender(
    String name, String aim, List<String> command, Map<String, String> environment, Step before) {

  /** Something to do. */
  interface Step {
    void run() throws IOException;
  }

  /** From the start of the process to its end. */
  double milliseconds() throws IOException, InterruptedException {
    before.run();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    var begin = System.nanoTime();
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + said);
    }
    return (System.nanoTime() - begin) / 1e6;
  }
}
