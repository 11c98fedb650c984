package io.gatepass.adapters.fs.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.domain.gateway.CredentialScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
final class ForerunnerTest {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");

  @TempDir private Path dir;
  private Process one;
  private Process two;
  private Forerunner forerunner;

  @BeforeEach
  void startProcesses() throws IOException {
    one = new ProcessBuilder("sleep", "600").start();
    two = new ProcessBuilder("sleep", "600").start();
    forerunner = forerunner(SCOPE);
  }

  @AfterEach
  void endProcesses() {
    one.destroyForcibly();
    two.destroyForcibly();
  }

  private Forerunner forerunner(CredentialScope scope) {
    return new Forerunner(
        new FileLocks(dir.resolve("locks"), System::nanoTime), dir.resolve("memory"), scope);
  }

  @Test
  void firstGoesAheadAndTheOthersSeeIt() {
    assertThat(forerunner.isRunning()).isFalse();
    assertThat(forerunner.isAheadOf(one.pid())).isFalse();

    assertThat(forerunner.isAheadOf(two.pid())).isTrue();
    assertThat(forerunner.isRunning()).isTrue();
  }

  @Test
  void afterItsEndTheNextGoesAhead() throws InterruptedException {
    forerunner.isAheadOf(one.pid());
    one.destroyForcibly().waitFor();

    assertThat(forerunner.isRunning()).isFalse();
    assertThat(forerunner.isAheadOf(two.pid())).isFalse();
    assertThat(forerunner.isRunning()).isTrue();
  }

  /** The first process is older than any of a build that has got this far. */
  @Test
  void whoComesMuchLaterGoesToSeeWhetherThePageIsToBeOpenedAgain() throws IOException {
    RunningProcess oldest = RunningProcess.of(1).orElseThrow();
    assertThat(oldest.startedAt())
        .isLessThan(RunningProcess.of(one.pid()).orElseThrow().startedAt() - 2000);
    Files.createDirectory(dir.resolve("memory"));
    Files.writeString(file(), "1 " + oldest.startedAt());
    assertThat(forerunner.isRunning()).isTrue();

    assertThat(forerunner.isAheadOf(one.pid())).isFalse();
    assertThat(forerunner.isAheadOf(two.pid())).isTrue();
  }

  private Path file() {
    return dir.resolve("memory").resolve(SCOPE.id() + ".ahead");
  }

  @Test
  void eachScopeHasItsOwn() {
    forerunner.isAheadOf(one.pid());

    assertThat(forerunner(new CredentialScope("fedcba9876543210")).isAheadOf(two.pid())).isFalse();
  }

  @Test
  void anotherProcessOfTheSameNumberIsNotTakenForIt() throws IOException {
    forerunner.isAheadOf(one.pid());
    Files.writeString(file(), one.pid() + " 1");

    assertThat(forerunner.isRunning()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x y", " 1", "99999999999999999999 1", "1"})
  void whatWasNotWrittenByUsNamesNobody(String text) throws IOException {
    Files.createDirectory(dir.resolve("memory"));
    Files.writeString(file(), text);

    assertThat(forerunner.isRunning()).isFalse();
    assertThat(forerunner.isAheadOf(one.pid())).isFalse();
    assertThat(forerunner.isRunning()).isTrue();
  }

  @Test
  void directoryThatCannotBeUsedIsNoReasonToWait() throws IOException {
    Files.createFile(dir.resolve("memory"));

    assertThat(forerunner.isAheadOf(one.pid())).isFalse();
    assertThat(forerunner.isAheadOf(two.pid())).isFalse();
  }
}
