package io.gatepass.adapters.fs.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunningProcessTest {
  private static final String REST =
      " 7875 7876 7874 34816 7876 4194304 129 0 0 0 1 2 3 4 20 0 1 0 41127 5754880 244";

  @Test
  void aProcessIsTheChildOfTheOneThatHasStartedIt() throws IOException {
    Process child = new ProcessBuilder("sleep", "600").start();
    try {
      RunningProcess process = RunningProcess.of(child.pid()).orElseThrow();

      assertThat(process.pid()).isEqualTo(child.pid());
      assertThat(process.parent()).isEqualTo(ProcessHandle.current().pid());
      assertThat(process.startedAt())
          .isGreaterThanOrEqualTo(
              RunningProcess.of(ProcessHandle.current().pid()).orElseThrow().startedAt());
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void systemsThatTellNothingAreAskedByJava() {
    ProcessHandle self = ProcessHandle.current();

    assertThat(RunningProcess.of(self).parent()).isEqualTo(self.parent().orElseThrow().pid());
    assertThat(RunningProcess.of(self).name()).isEqualTo("java");
  }

  @Test
  void nameMayHoldWhatSeparatesTheOtherFields() {
    assertThat(RunningProcess.parse(7876, "7876 (a) S 1 (b) c) S" + REST))
        .hasValue(new RunningProcess(7876, "a) S 1 (b) c", 7875, 41127));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7876 (sleep) Z", "7876 (sleep) X"})
  void whatHasEndedDoesNotRun(String start) {
    assertThat(RunningProcess.parse(7876, start + REST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7876", "7876 )sleep( S 1", "7876 (sleep) S 1 2 3"})
  void whatIsNoSuchLineTellsNothing(String line) {
    assertThat(RunningProcess.parse(7876, line)).isEqualTo(Optional.empty());
  }

  @Test
  void endedProcessIsNone() throws Exception {
    Process child = new ProcessBuilder("true").start();
    child.waitFor();

    assertThat(RunningProcess.of(child.pid())).isEmpty();
  }
}
