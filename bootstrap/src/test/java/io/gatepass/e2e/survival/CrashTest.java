package io.gatepass.e2e.survival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.survival.lab.DeedLab;
import io.gatepass.e2e.survival.lab.Lab;
import io.gatepass.e2e.survival.mortal.MortalFileSystemProvider;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at every call of a command that changes the disk. */
final class CrashTest {
  /** What makes it mean something; with every tool there will be more. */
  private static final int FEWEST_POINTS = 200;

  private static final int FEWEST_POINTS_AFTERWARDS = 60;

  private static final Pattern POINTS = Pattern.compile("(?m)^points: ([0-9]+) ");

  @TempDir private Path directory;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void everyFileIsOldOrNewAndTheNextRunRepairsTheRest() throws Exception {
    assertThat(pointsOf(Lab.class)).isGreaterThanOrEqualTo(FEWEST_POINTS);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatComesAfterSetupIsCompletedByTheNextRunAndNoCredentialIsLost() throws Exception {
    assertThat(pointsOf(DeedLab.class)).isGreaterThanOrEqualTo(FEWEST_POINTS_AFTERWARDS);
  }

  private int pointsOf(Class<?> laboratory) throws Exception {
    var lab =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Djava.nio.file.spi.DefaultFileSystemProvider="
                + MortalFileSystemProvider.class.getName(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            laboratory.getName(),
            directory.toString());
    Process process = lab.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return points(said);
  }

  private static int points(String said) {
    return POINTS.matcher(said).results().mapToInt(it -> Integer.parseInt(it.group(1))).sum();
  }
}
