package io.gatepass.adapters.fs.tool.plan;

import io.gatepass.domain.failure.ToolConfigUnreadable;
import io.gatepass.domain.platform.Platform.Os;

/** A path as one word of a shell command: POSIX {@code sh}, or {@code cmd.exe} on Windows. */
final class ShellWord {
  private ShellWord() {}

  /**
   * Quotes.
   *
   * @throws ToolConfigUnreadable if cmd.exe has no way to quote the path
   */
  static String of(String path, Os os) {
    return os == Os.WINDOWS ? forCmd(path) : "'" + path.replace("'", "'\\''") + "'";
  }

  // Between double quotes cmd.exe still replaces %NAME%, and on its command line nothing escapes
  // that.
  private static String forCmd(String path) {
    if (path.contains("%") || path.contains("\"")) {
      throw new ToolConfigUnreadable(
          "gatepass is at " + path + ", and Windows' command line cannot name a path with % or \".",
          "Install gatepass in another directory and run gatepass setup again.");
    }
    return "\"" + path + "\"";
  }
}
