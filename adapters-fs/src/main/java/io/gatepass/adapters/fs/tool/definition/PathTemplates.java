package io.gatepass.adapters.fs.tool.definition;

import io.gatepass.domain.platform.Platform.Os;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Paths on each system, before the user's home and other places are known: {@code ~} is the home,
 * {@code %NAME%} a directory that Windows names, {@code *} any one name; separated by slashes.
 *
 * @param bySystem the paths; none on a system that is not named
 */
public record PathTemplates(Map<Os, List<String>> bySystem) {
  private static final Pattern TEMPLATE =
      Pattern.compile("(%[A-Za-z()0-9_]+%(/.*)?|[^%].*)?", Pattern.DOTALL);

  /** Copies the map and rejects what is a path on no system. */
  public PathTemplates {
    bySystem = Map.copyOf(bySystem);
    bySystem.values().forEach(paths -> paths.forEach(PathTemplates::check));
  }

  private static void check(String path) {
    if (!TEMPLATE.matcher(path).matches() || path.chars().anyMatch(PathTemplates::isInNoPath)) {
      throw new IllegalArgumentException("\"" + path + "\" is not a path");
    }
  }

  private static boolean isInNoPath(int c) {
    return c < ' ' || "<>\"|?".indexOf(c) >= 0;
  }

  /** The paths on one system. */
  public List<String> on(Os os) {
    return bySystem.getOrDefault(os, List.of());
  }
}
