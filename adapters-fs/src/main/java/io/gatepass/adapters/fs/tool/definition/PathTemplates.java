package io.gatepass.adapters.fs.tool.definition;

import io.gatepass.domain.platform.Platform.Os;
import java.util.List;
import java.util.Map;

/**
 * Paths on each system, before the user's home and other places are known: {@code ~} is the home,
 * {@code %NAME%} a directory that Windows names, {@code *} any one name; separated by slashes.
 *
 * @param bySystem the paths; none on a system that is not named
 */
public record PathTemplates(Map<Os, List<String>> bySystem) {
  /** Copies the map. */
  public PathTemplates {
    bySystem = Map.copyOf(bySystem);
  }

  /** The paths on one system. */
  public List<String> on(Os os) {
    return bySystem.getOrDefault(os, List.of());
  }
}
