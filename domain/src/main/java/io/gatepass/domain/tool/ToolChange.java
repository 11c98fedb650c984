package io.gatepass.domain.tool;

import java.util.List;

/** What happened to one tool's configuration. */
public sealed interface ToolChange {
  /** The tool. */
  ToolId tool();

  /**
   * Its configuration was changed.
   *
   * @param level how sure we are that it reads them
   * @param files the files that were written
   * @param notes what the user should know: a foreign value replaced and where it is kept, an
   *     environment variable that beats the configuration
   */
  record Applied(
      ToolId tool, ToolMode mode, SupportLevel level, List<String> files, List<String> notes)
      implements ToolChange {}

  /** Its configuration already was as it should be; nothing was written. */
  record Unchanged(
      ToolId tool, ToolMode mode, SupportLevel level, List<String> files, List<String> notes)
      implements ToolChange {}

  /** It was left alone, for a reason. */
  record Skipped(ToolId tool, String reason) implements ToolChange {}

  /** Its configuration was put back. */
  record Reverted(ToolId tool, List<String> files) implements ToolChange {}

  /**
   * Its configuration was put back but for values that somebody has changed since; these were left
   * alone.
   *
   * @param left one sentence a value, naming it and its file
   */
  record Conflict(ToolId tool, List<String> files, List<String> left) implements ToolChange {}

  /**
   * Its configuration could not be changed; it is as it was.
   *
   * @param reason what happened
   * @param remedy what to do
   */
  record Failed(ToolId tool, String reason, String remedy) implements ToolChange {}
}
