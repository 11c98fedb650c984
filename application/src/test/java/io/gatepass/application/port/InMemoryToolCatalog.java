package io.gatepass.application.port;

import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.DetectedTool.Models;
import io.gatepass.domain.tool.DetectedTool.Wants;
import io.gatepass.domain.tool.SupportLevel;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.tool.ToolMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A catalog of tools to order. */
public final class InMemoryToolCatalog implements ToolCatalog {
  private final List<ToolId> known = new ArrayList<>();
  private final Set<String> withoutAnthropic = new HashSet<>();
  private final List<DetectedTool> detected = new ArrayList<>();

  /** Adds a tool that is installed. */
  public DetectedTool install(String id) {
    return install(id, Optional.empty());
  }

  /** Adds a tool that is installed and asks for nothing of Anthropic's. */
  public DetectedTool installWithoutAnthropic(String id) {
    withoutAnthropic.add(id);
    return install(id);
  }

  /** Adds a tool that is installed and left alone unless it is named. */
  public DetectedTool install(String id, Optional<String> skipped) {
    return install(id, ToolMode.DIRECT, skipped);
  }

  /** Adds a tool that is installed and holds the local key. */
  public DetectedTool installProxyTool(String id) {
    return install(id, ToolMode.PROXY, Optional.empty());
  }

  /** Adds a tool that is installed, holds the local key and names the gateway's models. */
  public DetectedTool installModelTool(String id, Models models) {
    return install(id, ToolMode.PROXY, Optional.empty(), models);
  }

  private DetectedTool install(String id, ToolMode mode, Optional<String> skipped) {
    return install(id, mode, skipped, Models.UNUSED);
  }

  private DetectedTool install(String id, ToolMode mode, Optional<String> skipped, Models models) {
    DetectedTool tool =
        new DetectedTool(
            new ToolId(id),
            id,
            mode,
            SupportLevel.VERIFIED,
            List.of("/home/ada/." + id + "/settings.json"),
            skipped,
            new Wants(models, !withoutAnthropic.contains(id), !withoutAnthropic.contains(id)));
    known.add(tool.id());
    detected.add(tool);
    return tool;
  }

  /** Adds a tool that is known but not installed. */
  public void know(String id) {
    known.add(new ToolId(id));
  }

  /** Takes a tool's definition away. */
  public void forget(String id) {
    known.remove(new ToolId(id));
    detected.removeIf(tool -> tool.id().equals(new ToolId(id)));
  }

  @Override
  public List<ToolId> known() {
    return List.copyOf(known);
  }

  @Override
  public List<Description> describe() {
    return known.stream().map(this::describe).toList();
  }

  private Description describe(ToolId id) {
    return detected.stream()
        .filter(tool -> tool.id().equals(id))
        .findFirst()
        .map(it -> describe(it, true))
        .orElseGet(() ->
            new Description(
                id,
                id.value(),
                ToolMode.DIRECT,
                SupportLevel.DOCUMENTED,
                false,
                List.of(),
                Optional.empty(),
                new Wants(Models.UNUSED, false, false)));
  }

  private static Description describe(DetectedTool it, boolean installed) {
    return new Description(
        it.id(),
        it.displayName(),
        it.mode(),
        it.level(),
        installed,
        it.files(),
        it.skipped(),
        it.wants());
  }

  @Override
  public List<DetectedTool> detect() {
    return List.copyOf(detected);
  }
}
