package io.gatepass.application.usecase;

import io.gatepass.application.port.ToolCatalog;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.ToolId;
import java.util.stream.Collectors;

/** Refuses a tool that nobody knows, naming those that are known. */
final class KnownTools {
  private KnownTools() {}

  static void require(ToolCatalog catalog, ToolId tool) {
    if (!catalog.known().contains(tool)) {
      String known = catalog.known().stream().map(ToolId::value).collect(Collectors.joining(", "));
      throw new InvalidSettings(
          Kind.USAGE,
          "gatepass does not know a tool \"" + tool + "\".",
          "Name one of: " + known + ".");
    }
  }
}
