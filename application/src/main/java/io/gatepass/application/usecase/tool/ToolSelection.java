package io.gatepass.application.usecase.tool;

import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.usecase.model.FindModels;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.Connection.Anthropic;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.DetectedTool.Models;
import io.gatepass.domain.tool.ModelTiers;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which of the tools on this machine setup deals with.
 *
 * @param selected the tools to configure, in the catalog's order
 * @param left what is said of the others
 */
record ToolSelection(List<DetectedTool> selected, List<ToolChange> left) {
  /**
   * Detects and selects.
   *
   * @param only these tools; every installed one where empty
   * @param configured tools that setup deals with again although it would leave them alone
   * @throws InvalidSettings if a named tool is not known
   */
  static ToolSelection of(ToolCatalog catalog, List<ToolId> only, Collection<ToolId> configured) {
    only.forEach(tool -> requireKnown(catalog, tool));
    List<DetectedTool> selected = new ArrayList<>();
    List<ToolChange> left = new ArrayList<>();
    List<DetectedTool> detected = catalog.detect();
    for (DetectedTool tool : detected) {
      boolean wanted = tool.skipped().isEmpty() || configured.contains(tool.id());
      if (only.contains(tool.id()) || (only.isEmpty() && wanted)) {
        selected.add(tool);
      } else if (only.isEmpty()) {
        left.add(new ToolChange.Skipped(tool.id(), tool.skipped().orElseThrow()));
      }
    }
    List<ToolId> found = detected.stream().map(DetectedTool::id).toList();
    only.stream()
        .distinct()
        .filter(tool -> !found.contains(tool))
        .forEach(t -> left.add(missing(t)));
    return new ToolSelection(selected, left);
  }

  /** Whether any of the tools names the gateway's models. */
  boolean wantsModels() {
    return selected.stream().anyMatch(tool -> tool.wants().models() != Models.UNUSED);
  }

  /** Whether any of the tools holds the address of Anthropic's API. */
  boolean wantsAnthropicBase() {
    return selected.stream().anyMatch(tool -> tool.wants().anthropicBase());
  }

  /** What in the settings has no effect on any of the tools: one sentence each. */
  List<String> unused(Anthropic anthropic) {
    if (selected.isEmpty()) {
      return List.of(); // the settings are for the tools of a later setup
    }
    List<String> unused = new ArrayList<>();
    if (selected.stream().noneMatch(tool -> tool.wants().tiers())) {
      unused.addAll(ModelTiers.unused(anthropic));
      if (!wantsModels() && !anthropic.models().isEmpty()) {
        unused.add("--models has no effect: no tool that is configured here uses it.");
      }
    }
    return unused;
  }

  /** The same, but without the tools that need models where none are known. */
  ToolSelection with(FindModels.Outcome found) {
    if (!found.models().isEmpty()) {
      return this;
    }
    List<DetectedTool> possible = new ArrayList<>();
    List<ToolChange> others = new ArrayList<>(left);
    for (DetectedTool tool : selected) {
      if (tool.wants().models() == Models.REQUIRED) {
        others.add(new ToolChange.Skipped(tool.id(), found.lack()));
      } else {
        possible.add(tool);
      }
    }
    return new ToolSelection(possible, others);
  }

  /** Refuses a tool that nobody knows, naming those that are known. */
  static void requireKnown(ToolCatalog catalog, ToolId tool) {
    if (!catalog.known().contains(tool)) {
      String known = catalog.known().stream().map(ToolId::value).collect(Collectors.joining(", "));
      throw new InvalidSettings(
          Kind.USAGE,
          "gatepass does not know a tool \"" + tool + "\".",
          "Name one of: " + known + ".");
    }
  }

  /** Whether every tool that was named is missing here: then there is nothing to sign in for. */
  boolean isHopeless() {
    return selected.isEmpty() && left.stream().anyMatch(ToolChange.Failed.class::isInstance);
  }

  private static ToolChange missing(ToolId tool) {
    return new ToolChange.Failed(
        tool, "It was not found on this machine.", "Install it and run gatepass setup again.");
  }
}
