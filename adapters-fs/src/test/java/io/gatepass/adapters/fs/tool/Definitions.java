package io.gatepass.adapters.fs.tool;

import io.gatepass.adapters.fs.tool.definition.ConfigFile;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.domain.tool.ToolId;
import java.util.List;

/** Tool definitions made from the one that is there. */
public final class Definitions {
  private static final ToolDefinition CLAUDE_CODE =
      ToolDefinitions.bundled().find(new ToolId("claude-code")).orElseThrow();

  private Definitions() {}

  /** Claude Code with the same edits in two files. */
  public static ToolDefinitions withTwoFiles() {
    ConfigFile first = CLAUDE_CODE.files().getFirst();
    ConfigFile second =
        new ConfigFile("second.json", first.systems(), first.format(), first.edits());
    ToolDefinition tool =
        new ToolDefinition(
            CLAUDE_CODE.id(),
            CLAUDE_CODE.displayName(),
            CLAUDE_CODE.mode(),
            CLAUDE_CODE.level(),
            CLAUDE_CODE.skipped(),
            CLAUDE_CODE.directory(),
            CLAUDE_CODE.binaries(),
            CLAUDE_CODE.applications(),
            List.of(first, second),
            CLAUDE_CODE.bedrockModels(),
            CLAUDE_CODE.overrides(),
            CLAUDE_CODE.notes());
    return new ToolDefinitions(List.of(tool), ToolDefinitions.bundled().installPlaces());
  }
}
