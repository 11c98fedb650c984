package io.gatepass.domain.tool;

import java.util.List;
import java.util.Optional;

/**
 * A tool found on this machine.
 *
 * @param id the tool
 * @param displayName its name as its vendor writes it
 * @param mode how it gets its key
 * @param level how sure we are of it
 * @param files the configuration files that setup would edit, absolute
 * @param skipped why setup leaves it alone unless it is named; absent for most
 * @param wants what setup has to find out to write its files
 */
public record DetectedTool(
    ToolId id,
    String displayName,
    ToolMode mode,
    SupportLevel level,
    List<String> files,
    Optional<String> skipped,
    Wants wants) {
  /** Copies the files. */
  public DetectedTool {
    files = List.copyOf(files);
  }

  /**
   * What setup has to find out to write a tool's files.
   *
   * @param models whether they name the gateway's models
   * @param anthropicBase whether they hold the address of Anthropic's API
   * @param tiers whether they say which model serves which of Anthropic's tiers
   */
  public record Wants(Models models, boolean anthropicBase, boolean tiers) {}

  /** Whether a tool's files name the gateway's models. */
  public enum Models {
    /** They do not. */
    UNUSED,
    /** They do where the models are known. */
    OPTIONAL,
    /** They do, and nothing can be written where the models are not known. */
    REQUIRED
  }
}
