package io.gatepass.adapters.fs.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How this process came to run, as the launcher tells.
 *
 * @param process the launcher's number, which becomes the whole program's
 * @param parent the number of the process that has run the launcher
 */
public record Launch(long process, long parent) {
  private static final String UPTIME = "/proc/uptime";

  private static final int LONGEST = 128;

  /** The unit of a start in /proc: USER_HZ, which is 100 on every system Java runs on. */
  private static final int MILLIS_A_TICK = 10;

  /** A text that stands for the program that wants something of gatepass, if there is one. */
  Optional<String> asker() {
    return Asker.from(parent);
  }

  /** When the launcher was run, on the same clock as now. */
  Optional<Instant> at(Instant now) {
    try (FileInputStream in = new FileInputStream(UPTIME)) {
      String text = new String(in.readNBytes(LONGEST), US_ASCII);
      Duration uptime = seconds(text.substring(0, Math.max(0, text.indexOf(' '))));
      return RunningProcess.of(process)
          .map(it -> now.minus(uptime.minusMillis(it.startedAt() * MILLIS_A_TICK)));
    } catch (IOException e) {
      // A system that tells nothing there.
      return ProcessHandle.of(process).flatMap(it -> it.info().startInstant());
    } catch (NumberFormatException e) {
      return Optional.empty(); // not known
    }
  }

  /** With two decimal places. */
  private static Duration seconds(String text) {
    return Duration.ofMillis(Long.parseLong(text.replace(".", "")) * 10);
  }
}
