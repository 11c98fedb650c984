package io.gatepass.adapters.fs.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that has not ended. Linux tells of it in {@code /proc/<pid>/stat} (proc_pid_stat(5)),
 * which is read at once; elsewhere Java asks the system.
 *
 * @param pid its number, which another may get after its end
 * @param name its program's name, or the first 15 characters of it
 * @param parent the number of the process that has started it; 0 where that is not known
 * @param startedAt when it was started, on a clock of the system's; with the number it stands for
 *     this process and no other
 */
public record RunningProcess(long pid, String name, long parent, long startedAt) {
  private static final File OWN_ENTRY = new File("/proc/self/stat");

  /** Far more than the line has. */
  private static final int LONGEST = 4096;

  private static final int STATE = 0;
  private static final int PARENT = 1;
  private static final int STARTED_AT = 19;

  /** The process of that number; nothing where there is none. */
  public static Optional<RunningProcess> of(long pid) {
    // Not java.nio: this is on the way of every call of a tool.
    try (FileInputStream in = new FileInputStream("/proc/" + pid + "/stat")) {
      return parse(pid, new String(in.readNBytes(LONGEST), ISO_8859_1));
    } catch (IOException e) {
      // It has ended, unless this is a system that tells nothing there.
      return OWN_ENTRY.exists() ? Optional.empty() : ProcessHandle.of(pid).map(RunningProcess::of);
    }
  }

  /** A name may hold anything, parentheses and spaces too; what follows the last one does not. */
  static Optional<RunningProcess> parse(long pid, String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 0 || close < open) {
      return Optional.empty();
    }
    String[] fields = line.substring(close + 1).strip().split(" ", -1);
    if (fields.length <= STARTED_AT || hasEnded(fields[STATE])) {
      return Optional.empty();
    }
    return Optional.of(
        new RunningProcess(
            pid,
            line.substring(open + 1, close),
            Long.parseLong(fields[PARENT]),
            Long.parseLong(fields[STARTED_AT])));
  }

  /** It has, also where its parent has not been told yet. */
  private static boolean hasEnded(String state) {
    return state.equals("Z") || state.equals("X");
  }

  static RunningProcess of(ProcessHandle handle) {
    ProcessHandle.Info info = handle.info();
    return new RunningProcess(
        handle.pid(),
        info.command().map(command -> new File(command).getName()).orElse(""),
        handle.parent().map(ProcessHandle::pid).orElse(0L),
        info.startInstant().map(Instant::toEpochMilli).orElse(0L));
  }
}
