package io.gatepass.adapters.fs.session;

import java.util.Optional;
import java.util.Set;

/**
 * The program that runs gatepass to get a token: the nearest of the processes above it that is no
 * shell. Some tools run their helper by a shell, which is another one each time.
 */
final class Asker {
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "zsh", "ksh", "ash", "busybox", "fish", "env");

  /** More shells one above the other than anybody needs. */
  private static final int STEPS = 6;

  private Asker() {}

  /** A text that stands for the program above, that process or one above it. */
  static Optional<String> from(long parent) {
    Optional<RunningProcess> process = RunningProcess.of(parent);
    for (int step = 0; step < STEPS && process.filter(Asker::isShell).isPresent(); step++) {
      process = process.flatMap(it -> RunningProcess.of(it.parent()));
    }
    return process.filter(it -> !isShell(it) && !startsThemAll(it)).map(Asker::text);
  }

  private static boolean isShell(RunningProcess process) {
    return SHELLS.contains(process.name());
  }

  /** What has no parent any more, for one, belongs to the first process. */
  private static boolean startsThemAll(RunningProcess process) {
    return process.pid() <= 1;
  }

  private static String text(RunningProcess process) {
    return process.pid() + "." + process.startedAt();
  }
}
